/** Where a command reads and writes: a terminal, or the running service on behalf of one. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** All of standard input. */
  stdin(): Promise<string>;
}
