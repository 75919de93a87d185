/** A UTC instant in milliseconds since 1970. */
export type EpochMs = number;

/** Source of the current instant; domain and use cases receive it as an argument. */
export type Clock = () => EpochMs;
