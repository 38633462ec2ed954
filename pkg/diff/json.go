package diff

import (
	"encoding/json"
	"io"
	"strconv"

	"github.com/isuplan/isuplan/pkg/money"
)

// jsonVersion is the version of the form that docs/diff.md describes.
const jsonVersion = 1

type jsonReport struct {
	Format  string       `json:"format"`
	Version int          `json:"version"`
	Old     jsonSide     `json:"old"`
	New     jsonSide     `json:"new"`
	Same    bool         `json:"same"`
	Summary []string     `json:"summary"`
	Lengths *jsonLengths `json:"lengths,omitempty"` // where they are not the same
	Changes []jsonChange `json:"changes"`
	Budget  jsonBudget   `json:"budget"`
	// Financing is the same of where the money comes from.
	Financing jsonBudget   `json:"financing"`
	Booked    []jsonBooked `json:"booked,omitempty"`
	jsonTables
	Limits   jsonLimits     `json:"limits"`
	Coverage []jsonCoverage `json:"coverage"`
}

type jsonSide struct {
	File   string `json:"file"`
	From   string `json:"from"`
	To     string `json:"to"`
	Symbol string `json:"symbol,omitempty"`
}

type jsonChange struct {
	What   []string      `json:"what"`
	Rolled bool          `json:"rolled,omitempty"`
	ByText bool          `json:"by_text,omitempty"`
	Old    *jsonElement  `json:"old,omitempty"`
	New    *jsonElement  `json:"new,omitempty"`
	Fields []jsonField   `json:"fields,omitempty"`
	With   []jsonElement `json:"with,omitempty"`
}

type jsonElement struct {
	Path   string `json:"path"`
	Kind   string `json:"kind"`
	Number string `json:"number,omitempty"`
	Text   string `json:"text,omitempty"`
	Line   int    `json:"line"`
	// Ref is the element's position among all elements of its plan, from 0; Parent that of
	// its parent, "old:3" or, where the parent is new, "new:5".
	Ref    int    `json:"ref"`
	Parent string `json:"parent,omitempty"`
	List   string `json:"list,omitempty"`
	Index  int    `json:"index"`
}

type jsonField struct {
	Key    string  `json:"key"`
	Old    *string `json:"old"`
	New    *string `json:"new"`
	Rolled bool    `json:"rolled,omitempty"`
}

type jsonBudget struct {
	Currency    string     `json:"currency"`
	OldCurrency string     `json:"old_currency,omitempty"`
	Old         string     `json:"old"`
	New         string     `json:"new"`
	Change      string     `json:"change"`
	Lines       []jsonLine `json:"lines"`
	Rest        string     `json:"rest"`
}

type jsonLine struct {
	ID     string      `json:"id"`
	Label  string      `json:"label"`
	Was    string      `json:"old_label,omitempty"`
	Old    *string     `json:"old"`
	New    *string     `json:"new"`
	Change string      `json:"change"`
	Parts  []jsonPart  `json:"parts"`
	Inputs []jsonInput `json:"inputs,omitempty"`
}

type jsonPart struct {
	Cause  string `json:"cause"`
	Amount string `json:"amount"`
}

type jsonInput struct {
	Label string `json:"label"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

type jsonCoverage struct {
	Path string `json:"path"`
	Old  int    `json:"old"`
	New  int    `json:"new"`
}

type jsonLimits struct {
	MaxIncrease     *string      `json:"max_increase"`
	MaxLineIncrease *string      `json:"max_line_increase"`
	Exceeded        []jsonExcess `json:"exceeded"`
}

type jsonExcess struct {
	ID    string `json:"id"` // "" for the total
	Label string `json:"label,omitempty"`
	Old   string `json:"old"`
	New   string `json:"new"`
	Limit string `json:"limit"`
}

// WriteJSON writes a report for other programs, as docs/diff.md says; summary is the
// report in sentences, which package compare words.
func WriteJSON(w io.Writer, r *Report, summary []string, limits Limits) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	out := r.json(summary)
	out.Limits = limits.json(&r.Money)
	return enc.Encode(out)
}

// Step is what changed from one of several plans to the next, with the report in sentences.
type Step struct {
	*Report
	Summary []string
}

// WriteStepsJSON writes the comparisons of several plans, each with the next, in the form
// of WriteJSON one behind the other.
func WriteStepsJSON(w io.Writer, steps []Step, limits Limits) error {
	out := struct {
		Format  string       `json:"format"`
		Version int          `json:"version"`
		Steps   []jsonReport `json:"steps"`
	}{"isuplan-diff-steps", jsonVersion, nil}
	for _, s := range steps {
		one := s.json(s.Summary)
		one.Limits = limits.json(&s.Money)
		out.Steps = append(out.Steps, one)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

func (r *Report) json(summary []string) jsonReport {
	out := jsonReport{Format: "isuplan-diff", Version: jsonVersion, Old: jsonOf(r.Old), New: jsonOf(r.New), Same: r.Same(), Summary: summary, Lengths: r.jsonLengths(),
		Changes: []jsonChange{}, Budget: r.Money.json(), Financing: r.Funds.json(), jsonTables: r.jsonTables(), Coverage: []jsonCoverage{}}
	had := map[*Element]*Element{}
	for old, now := range r.pairs.toNew {
		had[now] = old
	}
	for i := range r.Changes {
		out.Changes = append(out.Changes, r.jsonChange(&r.Changes[i], had))
	}
	for i := range r.Booked {
		out.Booked = append(out.Booked, r.Booked[i].json())
	}
	for _, c := range r.Served {
		out.Coverage = append(out.Coverage, jsonCoverage{c.Element.Path(), c.Old, c.New})
	}
	return out
}

func jsonOf(s Side) jsonSide {
	p := s.Plan.Period
	return jsonSide{s.Name, p.From.Node.Text(), p.To.Node.Text(), s.Plan.Document.Symbol.Value}
}

// kindNames are the kinds of change by name, in the order in which they are listed.
var kindNames = []struct {
	kind Kind
	name string
}{{Added, "added"}, {Removed, "removed"}, {Split, "split"}, {Merged, "merged"}, {Moved, "moved"}, {Renumbered, "renumbered"},
	{Renamed, "renamed"}, {Reworded, "reworded"}, {Changed, "changed"}}

// Names returns the names of the kinds that a change is of.
func (k Kind) Names() []string {
	var names []string
	for _, n := range kindNames {
		if k&n.kind != 0 {
			names = append(names, n.name)
		}
	}
	return names
}

func (r *Report) jsonChange(c *Change, had map[*Element]*Element) jsonChange {
	out := jsonChange{What: c.Kind.Names(), Rolled: c.Rolled(), ByText: c.ByText}
	if c.Old != nil {
		e := jsonElementOf(c.Old, c.From)
		out.Old = &e
	}
	if c.New != nil {
		e := jsonElementOf(c.New, c.To)
		if p := c.New.parent; p != nil {
			if old := had[p]; old != nil {
				e.Parent = "old:" + strconv.Itoa(old.order)
			} else {
				e.Parent = "new:" + strconv.Itoa(p.order)
			}
		}
		out.New = &e
	}
	for _, f := range c.Fields {
		out.Fields = append(out.Fields, jsonField{f.Key, optional(c.Old, f.Key, f.Old), optional(c.New, f.Key, f.New), f.Rolled})
	}
	if c.Old == nil {
		for _, f := range c.New.Fields {
			out.Fields = append(out.Fields, jsonField{Key: f.Key, New: &f.Value})
		}
	}
	for _, e := range c.With {
		out.With = append(out.With, jsonElementOf(e, ""))
	}
	return out
}

// optional is a value, or nothing where the element does not have the key.
func optional(e *Element, key, value string) *string {
	if e == nil {
		return nil
	}
	if _, has := e.field(key); !has {
		return nil
	}
	return &value
}

func jsonElementOf(e *Element, number string) jsonElement {
	out := jsonElement{Path: e.Path(), Kind: e.Kind, Number: number, Text: e.Text(), Line: e.Span().Start.Line, Ref: e.order, Index: e.index}
	if e.parent != nil {
		out.List = e.list
	}
	return out
}

func (b *Bridge) json() jsonBudget {
	out := jsonBudget{Currency: string(b.Currency), OldCurrency: string(b.Other), Old: b.From.String(), New: b.To.String(),
		Change: b.Change().String(), Rest: b.Rest.String(), Lines: []jsonLine{}}
	for i := range b.Lines {
		out.Lines = append(out.Lines, b.Lines[i].json())
	}
	return out
}

func (l *LineChange) json() jsonLine {
	line := jsonLine{ID: l.ID, Label: l.Label, Was: l.OldLabel, Change: l.Change().String(), Parts: jsonParts(l.Parts), Inputs: jsonInputs(l.Inputs)}
	if l.Old != nil {
		line.Old = text(l.From)
	}
	if l.New != nil {
		line.New = text(l.To)
	}
	return line
}

func jsonParts(parts []Part) []jsonPart {
	list := make([]jsonPart, len(parts))
	for i, p := range parts {
		list[i] = jsonPart{string(p.Cause), p.Amount.String()}
	}
	return list
}

func jsonInputs(inputs []Input) (list []jsonInput) {
	for _, in := range inputs {
		list = append(list, jsonInput{in.Label, in.Old.String(), in.New.String()})
	}
	return list
}

func text(d money.Decimal) *string {
	s := d.String()
	return &s
}
