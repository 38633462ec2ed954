package sheet

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/trace"
)

var _ = Register(Format{Name: "json", Ext: ".json", Title: "the budget with every derivation, for programs (docs/budget-json.md)", Write: writeJSON,
	Ours: func(existing []byte) bool {
		return bytes.HasPrefix(existing, []byte("{\n  \"format\": \""+jsonFormat+"\","))
	}})

// The format's name and version. The version changes when a program that reads the
// format would have to change; new keys may come without.
const (
	jsonFormat  = "isuplan-budget"
	jsonVersion = 1
)

type jsonBudget struct {
	Format     string        `json:"format"`
	Version    int           `json:"version"`
	Title      string        `json:"title"`
	Currency   string        `json:"currency"`
	Recomputed bool          `json:"recomputed"`
	WhatIf     []jsonWhatIf  `json:"what_if,omitempty"`
	Rounding   jsonRounding  `json:"rounding"`
	Columns    []jsonColumn  `json:"columns"`
	Lines      []jsonLine    `json:"lines"`
	Total      []jsonFigure  `json:"total"`
	AfterTotal []jsonLine    `json:"after_total,omitempty"`
	Financing  jsonFinancing `json:"financing"`
	Outside    []jsonOutside `json:"outside"`
	// Contributions are left out where there are none.
	Contributions []jsonContribution `json:"contributions,omitempty"`
	Actuals       *jsonActuals       `json:"actuals,omitempty"`
	Staffing      *jsonPosts         `json:"staffing,omitempty"`
	Tables        []jsonTable        `json:"tables,omitempty"`
}

type jsonWhatIf struct {
	Set     string `json:"set"`
	Value   string `json:"value"`
	Instead string `json:"instead"`
}

type jsonRounding struct {
	To        string `json:"to"`
	Mode      string `json:"mode"`
	At        string `json:"at,omitempty"`
	Tolerance string `json:"tolerance,omitempty"`
}

type jsonColumn struct {
	ID       string       `json:"id"`
	Label    string       `json:"label"`
	Kind     string       `json:"kind"`
	Of       []string     `json:"of,omitempty"`
	Main     bool         `json:"main"`
	Rounding jsonRounding `json:"rounding"`
}

type jsonLine struct {
	Kind     string `json:"kind"`
	ID       string `json:"id"`
	Parent   string `json:"parent,omitempty"`
	Depth    int    `json:"depth"`
	Code     string `json:"code,omitempty"`
	Label    string `json:"label"`
	Subtotal string `json:"subtotal,omitempty"`
	Unsummed bool   `json:"unsummed,omitempty"` // a group whose sum is not printed
	Source   string `json:"source,omitempty"`
	Note     string `json:"note,omitempty"`
	Footnote string `json:"footnote,omitempty"`
	// Footnotes are there where a line has more than one note for all of it.
	Footnotes []jsonFootnote `json:"footnotes,omitempty"`
	At        string         `json:"at,omitempty"`
	Figures   []jsonFigure   `json:"figures"`
}

type jsonFinancing struct {
	Lines []jsonLine   `json:"lines"`
	Total []jsonFigure `json:"total"`
}

type jsonOutside struct {
	ID       string  `json:"id"`
	Label    string  `json:"label"`
	Provider string  `json:"provider"`
	Kind     string  `json:"kind"`
	Value    *string `json:"value"`
	Note     string  `json:"note,omitempty"`
	At       string  `json:"at,omitempty"`
}

func writeJSON(s Sheet, w io.Writer, _ bool) error {
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false) // nobody reads it as HTML, and people read it
	return out.Encode(s.json())
}

func (s Sheet) json() jsonBudget {
	b := s.Budget
	out := jsonBudget{Format: jsonFormat, Version: jsonVersion, Title: s.Title, Currency: string(b.Currency), Recomputed: s.Recomputed,
		Rounding: jsonRounding{To: b.Rounding.To.String(), Mode: string(b.Rounding.Mode), At: "line", Tolerance: b.Tolerance.String()},
		Columns:  s.jsonColumns(), Lines: s.jsonLines(b.Lines), Total: withBounds(s.jsonFigures(b.Total), b.TotalBounds), AfterTotal: s.jsonAfter(),
		Financing: jsonFinancing{Lines: s.jsonLines(b.Financing), Total: s.jsonFigures(b.Funds)}, Outside: []jsonOutside{}, Staffing: s.jsonPosts(), Tables: s.jsonTables()}
	out.Contributions, out.Actuals = s.jsonContributions(), s.jsonActuals()
	if b.Once {
		out.Rounding.At = "total"
	}
	for _, a := range s.WhatIf {
		out.WhatIf = append(out.WhatIf, jsonWhatIf{a.Name, a.Value, a.Instead})
	}
	for i := range b.Outside {
		k := &b.Outside[i]
		out.Outside = append(out.Outside, jsonOutside{ID: k.ID.Value, Label: s.worded(k.Label), Provider: s.worded(k.Provider),
			Kind: k.Kind.Value, Value: worth(k), Note: s.optional(k.Note), At: at(k.Node)})
	}
	return out
}

func worth(k *cost.InKind) *string {
	if !k.Value.IsSet() {
		return nil
	}
	return decimal(k.Value.Value)
}

func decimal(d money.Decimal) *string {
	text := d.String()
	return &text
}

// optional composes a text that may not be there.
func (s Sheet) optional(text source.At[string]) string {
	if !text.IsSet() {
		return ""
	}
	return s.worded(text)
}

func (s Sheet) jsonColumns() []jsonColumn {
	columns := make([]jsonColumn, len(s.Budget.Columns))
	for i := range columns {
		c := &s.Budget.Columns[i]
		columns[i] = jsonColumn{ID: c.ID, Label: s.Head(i), Kind: columnNames[c.Kind], Main: i == s.Budget.Main,
			Rounding: jsonRounding{To: c.Rounding.To.String(), Mode: string(c.Rounding.Mode)}}
		for _, of := range c.Of {
			columns[i].Of = append(columns[i].Of, s.Budget.Columns[of].ID)
		}
	}
	return columns
}

// jsonLines writes lines in their order, each group before its lines.
func (s Sheet) jsonLines(lines []budget.Line) []jsonLine {
	list := make([]jsonLine, 0, len(lines))
	var groups []string // the groups around a line, outermost first
	for i := range lines {
		l := &lines[i]
		groups = groups[:l.Depth]
		line := jsonLine{Kind: rowNames[LineRow], ID: l.ID.Value, Depth: l.Depth, Code: l.Code.Value, Label: s.worded(l.Label),
			Subtotal: s.optional(l.Subtotal), Unsummed: l.Unsummed, Source: l.Source.Value, Note: s.optional(l.Note), At: at(l.Node), Figures: withBounds(s.jsonFigures(l.Figures), func(c int) []budget.Bound { return s.Budget.Bounds(l, c) })}
		line.Footnote, line.Footnotes = s.jsonFootnotes(&l.Footnote)
		if l.IsGroup() {
			line.Kind = rowNames[HeadRow]
		}
		if l.Depth > 0 {
			line.Parent = groups[l.Depth-1]
		}
		groups = append(groups, l.ID.Value)
		list = append(list, line)
	}
	return list
}

// jsonAfter writes the rows below the total; nothing where there are none.
func (s Sheet) jsonAfter() []jsonLine {
	list := s.jsonLines(s.Budget.After)
	for i := range list {
		if list[i].Kind = rowNames[AfterRow]; s.Budget.After[i].IsGroup() {
			list[i].Kind = rowNames[BalanceRow]
		}
	}
	return list
}

// at writes the position of a node, "" for no node.
func at(n source.Node) string {
	if n.IsZero() {
		return ""
	}
	return trace.Position(n)
}
