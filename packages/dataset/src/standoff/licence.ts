const open =
  /^(?:CC0-|CC-|PDDL-|ODC-By-|OGL-|NLOD-|etalab-|0BSD$|Unlicense$|MIT$|LicenseRef-(?:public-domain|PD)$)/i

/** Whether an SPDX licence is known to allow copies of a text. What is not known to is a text of others. */
export function isOpenLicence(licence: string): boolean {
  return open.test(licence)
}
