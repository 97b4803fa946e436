/** Stand before a name or within a sentence: their full stop never ends one. */
export const neverLast: ReadonlySet<string> = wordSet(`
  Mr Mrs Ms Messrs Mme Mlle Dr Prof Gen Lt Col Maj Capt Cpt Sgt Cpl Pvt Adm Cmdr Brig Sen Sens Rep Reps Gov Govs
  Rev Hon Pres Supt Insp Amb Atty Sec Msgr Fr Mt Ft
  v vs viz cf approx ca e.g i.e
`)

/** Stand before a number: their full stop ends no sentence when a digit follows. */
export const beforeNumber: ReadonlySet<string> = wordSet(`
  No Nos no nos Fig Figs fig figs Vol Vols vol vols p pp Art art Ch ch Para para Op op
`)

/** May stand anywhere: their full stop ends a sentence only when a word follows that begins sentences. */
export const sometimesLast: ReadonlySet<string> = wordSet(`
  Jr Sr Inc Corp Co Cos Ltd Bros Dept Univ Assn Est St Ave Blvd Rd al
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
  Tenn Tex Va Vt Wash Wis Wyo Ont Que
`)

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
