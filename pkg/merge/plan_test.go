package merge_test

// plan is a small plan in its canonical form, with one of each thing that is merged.
const plan = `isuplan: 1

document:
  convention: Convention on Example Matters
  short: CEM
  unit: Implementation Support Unit
  unit_short: ISU
  date: 2024-06-03
  meeting:
    name: Third Meeting of the States Parties
    place: Vienna
    from: 2024-09-09
    to: 2024-09-11

period: {from: 2025-01-01, to: 2025-12-31}

# What the texts quote.
facts:
  states_parties: {value: 54, as_at: 2024-06-01}

sections:
  - id: convention
    paragraphs:
      # As agreed in the bureau.
      - id: membership
        text: >-
          As at ${facts.states_parties.as_at}, there are ${facts.states_parties} States Parties to
          the Convention, which *inter alia* bans examples.
      - id: entry
        text: It entered into force on 1 March 2012.

mandate:
  - id: advice
    text: Offer advice to the ${facts.states_parties} States Parties;
  - id: records
    text: Keep records of formal meetings;
  - id: communication
    text: Facilitate communication among States Parties.

outcomes:
  - id: reporting
    text: States Parties report in time.
    outputs:
      - id: help
        text: States Parties receive the help that they need to report.
        activities:
          - id: workshops
            text: Hold two regional workshops.
            serves: [mandate/advice]
          - id: guides
            text: Write a guide to reporting.
            serves: [mandate/advice]

assumptions:
  - That the host State provides the rooms.
  - That all contributions are paid in time.

budget:
  currency: EUR
  rounding: {to: 1, mode: half-up}
  lines:
    - id: salaries
      label: Salaries
      posts:
        - {title: Director, grade: P-5, annual: 150000}
      note: The Director, full time.
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
    - id: workshops
      label: Workshops
      units:
        - {item: regional workshop, quantity: 2, cost: 12500}
      note: Rooms and travel.
    - {id: office, label: Office, fixed: 8000}
  notes:
    - Amounts are in euros.
`
