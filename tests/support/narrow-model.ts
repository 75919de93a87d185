/** A field of a protocol buffer: a number, a text, or the fields of a message inside. */
type Field = readonly [number: number, value: number | string | readonly Field[]];

const [VARINT, BYTES] = [0, 2];
const [FLOAT, INT64] = [1, 7];

/**
 * A model in ONNX that takes what ours takes, and gives each token its own number as a vector one number wide. Runtimes load
 * it as readily as the real one.
 */
export function writeNarrowModel(): Uint8Array {
  const tokens = (name: string): Field => [
    11,
    [
      [1, name],
      [2, tensorType(INT64, ['batch', 'sequence'])],
    ],
  ];
  const graph: Field[] = [
    [
      1,
      [
        [1, 'input_ids'],
        [2, 'numbers'],
        [4, 'Cast'],
        [
          5,
          [
            [1, 'to'],
            [3, FLOAT],
            [20, 2],
          ],
        ],
      ],
    ],
    [
      1,
      [
        [1, 'numbers'],
        [1, 'axes'],
        [2, 'last_hidden_state'],
        [4, 'Unsqueeze'],
      ],
    ],
    [2, 'narrow'],
    [
      5,
      [
        [1, 1],
        [2, INT64],
        [7, 2],
        [8, 'axes'],
      ],
    ],
    tokens('input_ids'),
    tokens('attention_mask'),
    [
      12,
      [
        [1, 'last_hidden_state'],
        [2, tensorType(FLOAT, ['batch', 'sequence', 'width'])],
      ],
    ],
  ];
  return writeMessage([
    [1, 8],
    [7, graph],
    [8, [[2, 13]]],
  ]);
}

function tensorType(element: number, dimensions: readonly string[]): Field[] {
  const shape = dimensions.map((name): Field => [1, [[2, name]]]);
  return [
    [
      1,
      [
        [1, element],
        [2, shape],
      ],
    ],
  ];
}

function writeMessage(fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([number, value]) => {
      if (typeof value === 'number') return [...writeVarint(8 * number + VARINT), ...writeVarint(value)];
      const bytes = bytesOf(value);
      return [...writeVarint(8 * number + BYTES), ...writeVarint(bytes.length), ...bytes];
    }),
  );
}

function bytesOf(value: string | readonly Field[]): Uint8Array {
  if (typeof value === 'string') return new TextEncoder().encode(value);
  return writeMessage(value);
}

function writeVarint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...writeVarint(Math.floor(value / 128))];
}
