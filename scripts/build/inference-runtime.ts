/**
 * How the inference library finds its runtime: without a wasm file of its own inside the bundle, and in the WebAssembly
 * build, which has the same interface as the WebGPU build that the library asks for.
 */
export const INFERENCE_RUNTIME = {
  condition: 'onnxruntime-web-use-extern-wasm',
  alias: { 'onnxruntime-web/webgpu': 'onnxruntime-web/wasm' },
} as const;
