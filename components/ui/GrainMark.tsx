import './icon.css';

export type GrainState = 'reading' | 'paused' | 'off';

const KERNELS = [
  'M12 7.5c-1.6-1.4-1.6-3.8 0-5.5c1.6 1.7 1.6 4.1 0 5.5z',
  'M11.4 12C8.6 12 6.8 10.2 6.6 7.3C9.5 7.6 11.3 9.3 11.4 12z',
  'M12.6 12C15.4 12 17.2 10.2 17.4 7.3C14.5 7.6 12.7 9.3 12.6 12z',
  'M11.4 17C8.6 17 6.8 15.2 6.6 12.3C9.5 12.6 11.3 14.3 11.4 17z',
  'M12.6 17C15.4 17 17.2 15.2 17.4 12.3C14.5 12.6 12.7 14.3 12.6 17z',
];

interface GrainMarkProps {
  state: GrainState;
  size?: 'normal' | 'large';
}

/** The mark: an ear of grain, filled while reading, in outline when off, struck through by a bar when paused. */
export function GrainMark({ state, size = 'normal' }: GrainMarkProps) {
  return (
    <svg class={`grain-mark grain-mark--${state} grain-mark--${size}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 7.5V22" />
      {KERNELS.map((kernel) => (
        <path key={kernel} class="grain-mark__kernel" d={kernel} />
      ))}
      {state === 'paused' && <path class="grain-mark__bar" d="M3.5 20.5L20.5 3.5" />}
    </svg>
  );
}
