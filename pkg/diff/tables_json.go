package diff

import "github.com/isuplan/isuplan/pkg/money"

// jsonTables are the tables that do not add up to the total; each is left out where nothing in
// it changed.
type jsonTables struct {
	AfterTotal    []jsonCell         `json:"after_total,omitempty"`
	Bounds        []jsonBound        `json:"bounds,omitempty"`
	Posts         *jsonPosts         `json:"posts,omitempty"`
	Contributions []jsonContribution `json:"contributions,omitempty"`
	Spent         []jsonCell         `json:"spent,omitempty"`
	Committed     []jsonCell         `json:"committed,omitempty"`

	SpentByFund     []jsonCell `json:"spent_by_fund,omitempty"`
	CommittedByFund []jsonCell `json:"committed_by_fund,omitempty"`
}

type jsonCell struct {
	ID        string      `json:"id"`
	Label     string      `json:"label,omitempty"`
	Of        string      `json:"of,omitempty"`
	Column    string      `json:"column,omitempty"`
	OldColumn string      `json:"old_column,omitempty"`
	Old       *string     `json:"old"` // null where the plan has no such row, or not in the column
	New       *string     `json:"new"`
	Change    string      `json:"change"`
	Parts     []jsonPart  `json:"parts,omitempty"`
	Inputs    []jsonInput `json:"inputs,omitempty"`
	Rates     *jsonRates  `json:"percentage,omitempty"`
}

type jsonRates struct {
	OldRate string `json:"old_rate"`
	Rate    string `json:"rate"`
	OldBase string `json:"old_base"`
	Base    string `json:"base"`
}

type jsonBound struct {
	Bound string `json:"bound"` // at_most or at_least
	jsonCell
	OldRoom *string `json:"old_room"`
	Room    *string `json:"room"`
}

type jsonPosts struct {
	Counts string     `json:"counts"` // posts, fte or months
	Rows   []jsonCell `json:"rows"`
}

type jsonContribution struct {
	ID      string       `json:"id"`
	Label   string       `json:"label"`
	Old     *string      `json:"old"`
	New     *string      `json:"new"`
	Change  string       `json:"change"`
	Owed    *jsonAmounts `json:"owed,omitempty"`
	Parties []jsonParty  `json:"parties"`
}

type jsonParty struct {
	jsonLine
	Paid *jsonAmounts `json:"paid,omitempty"`
	Owed *jsonAmounts `json:"owed,omitempty"`
}

type jsonAmounts struct {
	Old *string `json:"old"`
	New *string `json:"new"`
}

func (r *Report) jsonTables() (out jsonTables) {
	out.AfterTotal = jsonCells(r.After)
	out.Spent, out.Committed = jsonCells(r.Spending.Spent), jsonCells(r.Spending.Committed)
	out.SpentByFund, out.CommittedByFund = jsonCells(r.Spending.SpentByFund), jsonCells(r.Spending.CommittedByFund)
	for i := range r.Bounds {
		b := &r.Bounds[i]
		one := jsonBound{Bound: "at_least", jsonCell: b.json()}
		if b.Most {
			one.Bound = "at_most"
		}
		if b.Old {
			one.OldRoom = text(b.OldRoom)
		}
		if b.New {
			one.Room = text(b.Room)
		}
		out.Bounds = append(out.Bounds, one)
	}
	if len(r.Posts.Cells) > 0 {
		out.Posts = &jsonPosts{r.Posts.Counts, jsonCells(r.Posts.Cells)}
	}
	for i := range r.Contributions {
		out.Contributions = append(out.Contributions, r.Contributions[i].json())
	}
	return out
}

func jsonCells(list []CellChange) (out []jsonCell) {
	for i := range list {
		out = append(out, list[i].json())
	}
	return out
}

func (c *CellChange) json() jsonCell {
	out := jsonCell{ID: c.ID, Label: c.Label, Of: c.Of, Column: c.Column, OldColumn: c.OldColumn, Change: c.Change().String(),
		Parts: jsonParts(c.Parts), Inputs: jsonInputs(c.Inputs)}
	if c.Old {
		out.Old = text(c.From)
	}
	if c.New {
		out.New = text(c.To)
	}
	if r := c.Rates; r != nil {
		out.Rates = &jsonRates{r.OldRate.String(), r.Rate.String(), r.OldBase.String(), r.Base.String()}
	}
	return out
}

func (c *ContributionChange) json() jsonContribution {
	out := jsonContribution{ID: c.ID, Label: c.Label, Change: c.Change().String(), Owed: c.Owed.json(), Parties: []jsonParty{}}
	if c.Old {
		out.Old = text(c.From)
	}
	if c.New {
		out.New = text(c.To)
	}
	for i := range c.Parties {
		p := &c.Parties[i]
		one := jsonParty{p.json(), p.Paid.json(), p.Owed.json()}
		one.Inputs = append(one.Inputs, jsonInputs(p.Made)...)
		out.Parties = append(out.Parties, one)
	}
	return out
}

func (a Amounts) json() *jsonAmounts {
	if a.Old == nil && a.New == nil {
		return nil
	}
	return &jsonAmounts{textOf(a.Old), textOf(a.New)}
}

func textOf(d *money.Decimal) *string {
	if d == nil {
		return nil
	}
	return text(*d)
}
