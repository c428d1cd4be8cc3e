/** The part of the edtf package that is used here; the package ships no types. */
declare module 'edtf' {
  /** @throws Error where `text` is not EDTF, or an interval ends before it begins */
  export default function edtf(text: string): unknown;
}
