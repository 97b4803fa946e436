// General words of English that stand in or beside names. None is a name; nothing is drawn from a dataset.

/** Stand before the name of a person and outside it. */
export const titles: readonly string[] = list(`
  Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Sir Dame Lord Lady Rev. Sen. Rep. Gov. Gen. Lt. Col. Capt. Sgt.
  President Chancellor Premier Minister Secretary Senator Governor Mayor Ambassador Commissioner Councillor
  King Queen Prince Princess Pope Bishop Archbishop Sheikh Imam Judge Justice Professor Doctor
  General Admiral Colonel Major Captain Lieutenant Sergeant Inspector Superintendent Chief Executive Chairman Chairwoman
  Director Coach Spokesman Spokeswoman
`)

/** Qualify a title. */
export const titleParts: readonly string[] = list(`
  Prime Vice Deputy Foreign Finance Defence Defense Interior Health Justice Former Acting Interim Late Chief
`)

/** Lower-case roles directly before the name of a person. */
export const roles: readonly string[] = list(`
  president chancellor premier minister secretary senator governor mayor ambassador commissioner councillor king
  queen prince princess judge professor general admiral colonel captain sergeant inspector chief chairman
  chairwoman director coach spokesman spokeswoman spokesperson analyst economist lawyer author singer actor
  actress founder leader candidate striker goalkeeper midfielder farmer teacher engineer researcher
`)

/** Close the name of a company. */
export const companyForms: readonly string[] = list(`
  Corp Corp. Inc Inc. Ltd Ltd. Co Co. plc PLC LLC AG GmbH SA NV ASA AB Oyj Holdings Corporation Company Group
  Partners Industries Motors Airlines Airways Technologies Pharmaceuticals Systems Media Records Brothers
`)

/** The head word of the name of an organisation: "Transport Ministry", "Ministry of Transport". */
export const organizationHeads: readonly string[] = list(`
  Ministry Department Agency Authority Bank Bureau Commission Committee Council Court Institute University College
  School Academy Party Union Association Federation Confederation Foundation Organization Organisation Alliance
  Office Service Administration Police Army Navy Parliament Senate Congress Assembly Board Centre Center Hospital
  Museum Society League Club United FC Orchestra Coalition Movement Front Fund Trust Network Observatory Church
`)

/** The head word of the name of a natural feature, before or behind the rest. */
export const landformHeads: readonly string[] = list(`
  River Lake Mount Sea Ocean Island Islands Valley Mountain Mountains Strait Gulf Bay Peninsula Desert Fjord Cape
`)

/** The head word of the name of a structure. */
export const facilityHeads: readonly string[] = list(`
  Airport Bridge Stadium Station Harbour Harbor Tower Dam Square Street Road Avenue Tunnel Palace Arena Terminal
`)

/** After these a name is a place more often than not. */
export const placePrepositions: readonly string[] = list('in near outside across around')

export const calendarWords: readonly string[] = list(`
  January February March April May June July August September October November December
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday
`)

function list(words: string): string[] {
  return words.trim().split(/\s+/)
}
