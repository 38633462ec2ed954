package cli

import "github.com/isuplan/isuplan/pkg/merge"

// mergeJSON is what merge --format json writes; docs/merge.md describes it.
type mergeJSON struct {
	Version int             `json:"version"`
	Plan    string          `json:"plan"`
	Written bool            `json:"written"`
	Taken   int             `json:"taken"`
	Left    int             `json:"left"`
	Files   []mergeFileJSON `json:"files"`
}

type mergeFileJSON struct {
	File    string       `json:"file"`
	Changes []changeJSON `json:"changes"`
}

type changeJSON struct {
	Kind   string     `json:"kind"`
	Place  string     `json:"place"`
	File   string     `json:"plan,omitempty"`
	Line   int        `json:"line,omitempty"`
	Old    string     `json:"old"`
	New    string     `json:"new"`
	Theirs string     `json:"plan_now,omitempty"`
	By     []handJSON `json:"by,omitempty"`
	Taken  bool       `json:"taken"`
	Says   string     `json:"says"`
	Offers []string   `json:"offers"`
}

type handJSON struct {
	Author string `json:"author"`
	Date   string `json:"date,omitempty"`
}

func (h *homer) writeJSON(all []homed, written bool) error {
	out := mergeJSON{Version: 1, Plan: h.into, Written: written, Files: []mergeFileJSON{}}
	for i := range all {
		m := all[i].merged
		out.Left += m.Left()
		out.Taken += len(m.Outcomes) - m.Left()
		file := mergeFileJSON{File: all[i].name, Changes: []changeJSON{}}
		for n := range m.Outcomes {
			file.Changes = append(file.Changes, changeOf(&m.Outcomes[n]))
		}
		out.Files = append(out.Files, file)
	}
	return h.app.writeJSON(out)
}

func changeOf(o *merge.Outcome) changeJSON {
	c := changeJSON{Kind: string(o.Kind), Place: o.Place, Old: o.Old, New: o.New, Theirs: o.Theirs, Taken: o.Taken, Says: o.Says, Offers: []string{}}
	if o.At.IsValid() {
		c.File, c.Line = o.At.File.Name, o.At.Start.Line
	}
	for _, by := range o.By {
		c.By = append(c.By, handJSON(by))
	}
	for i := range o.Offers {
		c.Offers = append(c.Offers, o.Offers[i].Says)
	}
	return c
}
