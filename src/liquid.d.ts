/** Bundlers hand over a template as its text. */
declare module '*.liquid' {
  const text: string;
  export default text;
}
