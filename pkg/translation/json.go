package translation

import (
	"encoding/json"
	"io"
)

// jsonVersion is the version of the form that docs/diff.md describes.
const jsonVersion = 1

type jsonComparison struct {
	Format      string           `json:"format"`
	Version     int              `json:"version"`
	Left        jsonVersionOf    `json:"left"`
	Right       jsonVersionOf    `json:"right"`
	Same        bool             `json:"same"`
	Texts       int              `json:"texts"`
	Differences []jsonDifference `json:"differences"`
}

type jsonVersionOf struct {
	File     string `json:"file"`
	Language string `json:"language"`
}

type jsonDifference struct {
	Path      string       `json:"path"`
	Key       string       `json:"key"`
	Kind      string       `json:"kind"` // missing, figures, value
	Left      *jsonPassage `json:"left"`
	Right     *jsonPassage `json:"right"`
	OnlyLeft  []string     `json:"only_left,omitempty"`
	OnlyRight []string     `json:"only_right,omitempty"`
}

type jsonPassage struct {
	Text string `json:"text"`
	Line int    `json:"line"`
}

// CountTexts returns how many texts one version or the other has.
func (c *Comparison) CountTexts() (n int) {
	for i := range c.Pairs {
		if c.Pairs[i].IsText {
			n++
		}
	}
	return n
}

// WriteJSON writes what is to be looked at, for other programs. An error is that of the writer.
func WriteJSON(w io.Writer, c *Comparison) error {
	out := jsonComparison{Format: "isuplan-languages", Version: jsonVersion, Texts: c.CountTexts(), Differences: []jsonDifference{},
		Left: jsonVersionOf{c.Left.Name, c.Left.Language.Code.Value}, Right: jsonVersionOf{c.Right.Name, c.Right.Language.Code.Value}}
	for _, p := range c.Differences() {
		d := jsonDifference{Path: p.Place, Key: p.Key, Kind: "figures", Left: jsonOf(p.Left), Right: jsonOf(p.Right), OnlyLeft: p.OnlyLeft, OnlyRight: p.OnlyRight}
		switch {
		case p.IsMissing():
			d.Kind = "missing"
		case !p.IsText:
			d.Kind = "value"
		}
		out.Differences = append(out.Differences, d)
	}
	out.Same = len(out.Differences) == 0
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func jsonOf(p Passage) *jsonPassage {
	if p.Node.IsZero() {
		return nil
	}
	return &jsonPassage{p.Text, p.Node.Start().Line}
}
