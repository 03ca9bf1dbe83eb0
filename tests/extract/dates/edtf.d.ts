/** The package has no types: parses a string of the format, its bounds in milliseconds since 1970. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly min: number; readonly max: number }
}
