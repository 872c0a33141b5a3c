// Stories of our own for the specs. The names are of well-known bodies; what happens is made up.

/** Four organizations, one of them under two names; a year, a month, the day of publication. */
export const FLOOD_FUND = `River states agree on a flood fund

VIENNA, Oct 30, 2019 - Ministers of nine countries met in Vienna today at the invitation of the Organization for Security and Co-operation in Europe (OSCE).

The OSCE said that such a fund had first been proposed in 2015. The World Bank joined in March 2018 with a loan of 40 million euros.

“We have waited long enough,” said Anna Kowalska of the World Bank. Médecins Sans Frontières, which has worked along the river, called the fund a beginning.

The United Nations will be told of the agreement in Geneva.
`;

/** Two organizations, no day of publication anywhere. */
export const UNDATED = `The World Bank lent the city a new sum yesterday. The United Nations welcomed it. Work is to begin next week.`;

/** Another story, to be told from the first. */
export const HARBOUR = `Harbour reopens after the storm

LISBON, March 3, 2021 - The harbour of Lisbon reopened on Wednesday, the European Commission said.
`;

const PLACES = ['Vienna', 'Geneva', 'Nairobi', 'Lima', 'Oslo', 'Manila', 'Tunis', 'Ottawa'];
const BODIES = ['World Bank', 'United Nations', 'European Commission', 'African Union', 'World Health Organization', 'Red Cross', 'OSCE', 'UNICEF'];
const PEOPLE = ['Anna Kowalska', 'John Mbeki', 'Maria Lopez', 'Erik Larsen', 'Amina Diallo', 'Peter Novak', 'Lucia Rossi', 'David Cohen'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'];

/** A dispatch of about `words` words, the same for the same number; `n` sets one apart from another. */
export function dispatch(words, n = 0) {
  const parts = [`Fund for dry regions grows for the ${n + 2}th time\n`, `VIENNA, Oct 30, 2019 - Ministers met in Vienna today.\n`];
  let count = 20;
  for (let i = 0; count < words; i += 1) {
    const pick = (list, step) => list[(i * step + n) % list.length];
    const paragraph =
      `The ${pick(BODIES, 3)} said on ${pick(MONTHS, 5)} ${1 + (i % 28)}, 2018 that its office in ${pick(PLACES, 3)} would open again. ` +
      `${pick(PEOPLE, 5)}, who has led the work of the ${pick(BODIES, 5)} since 2015, told reporters that the money had been promised last year. ` +
      `Nothing was decided about the roads, the wells and the schools, and nobody could say when the ${pick(BODIES, 7)} would take them up.\n`;
    parts.push(paragraph);
    count += paragraph.split(/\s+/).length - 1;
  }
  return parts.join('\n');
}
