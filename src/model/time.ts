/** Partial dates: EDTF strings as XSD literals where XSD can say them, and as bounds for ordering. */

/** The EDTF datatype of the Library of Congress. */
export const EDTF_DATATYPE = 'http://id.loc.gov/datatypes/edtf/EDTF';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/**
 * The datatype IRI for an EDTF string whose lexical form is also that of an XSD type: `2024` gYear, `2024-08`
 * gYearMonth, `2024-08-13` date, with a time dateTime; all else (approximate, open, seasons, sets) stays EDTF.
 */
export function timeDatatype(edtf: string): string {
  if (/^-?\d{4}$/.test(edtf)) return `${XSD}gYear`;
  if (/^-?\d{4}-(0[1-9]|1[0-2])$/.test(edtf)) return `${XSD}gYearMonth`;
  if (/^-?\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(edtf)) return `${XSD}date`;
  if (/^-?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?$/.test(edtf)) return `${XSD}dateTime`;
  return EDTF_DATATYPE;
}
