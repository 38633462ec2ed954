package cli

import "github.com/isuplan/isuplan/pkg/readback"

// verifyJSON is what verify --format json writes; docs/verify.md describes it.
type verifyJSON struct {
	Version int              `json:"version"`
	Plan    string           `json:"plan"`
	SHA256  string           `json:"plan_sha256"`
	Agrees  bool             `json:"agrees"`
	Files   []verifyFileJSON `json:"files"`
}

type verifyFileJSON struct {
	File        string           `json:"file"`
	Format      string           `json:"format"`
	Pages       int              `json:"pages,omitempty"`
	Agrees      bool             `json:"agrees"`
	Figures     int              `json:"figures"`
	Passages    int              `json:"passages"`
	Draft       bool             `json:"draft"`
	AsBuilt     bool             `json:"as_built"`
	Seal        *sealJSON        `json:"seal,omitempty"`
	Differences []differenceJSON `json:"differences"`
	Annotations []annotationJSON `json:"annotations,omitempty"`
	Remarks     []string         `json:"remarks"`
}

type sealJSON struct {
	Plan  string `json:"plan_sha256"`
	Tool  string `json:"tool"`
	Check string `json:"check"`
}

type differenceJSON struct {
	Kind    string `json:"kind"`
	Page    int    `json:"page,omitempty"`
	Place   string `json:"place,omitempty"`
	Got     string `json:"file"`
	Want    string `json:"plan"`
	Message string `json:"message"`
	Line    int    `json:"line,omitempty"`
}

// annotationJSON is a tracked change or a comment.
type annotationJSON struct {
	Kind   string `json:"kind"`
	Author string `json:"author"`
	Date   string `json:"date,omitempty"`
	Place  string `json:"place,omitempty"`
	Text   string `json:"text"`
	Line   int    `json:"line,omitempty"`
}

func (v *verifier) writeJSON(all []verified, digest string) error {
	out := verifyJSON{Version: 1, Plan: v.against, SHA256: digest, Agrees: true, Files: []verifyFileJSON{}}
	for i := range all {
		f := all[i].json()
		out.Agrees = out.Agrees && f.Agrees
		out.Files = append(out.Files, f)
	}
	return v.app.writeJSON(out)
}

func (f *verified) json() verifyFileJSON {
	out := verifyFileJSON{File: f.name, Format: f.text.Format, Pages: f.text.Pages, Agrees: f.agrees(),
		Figures: f.result.Figures, Passages: f.result.Passages, Draft: f.result.Draft, AsBuilt: f.asBuilt,
		Differences: []differenceJSON{}, Remarks: append([]string{}, f.remarks...)}
	if s := f.text.Seal; s != (readback.Seal{}) {
		out.Seal = &sealJSON{s.Plan, s.Tool, s.Check}
	}
	for i := range f.result.Differences {
		d := &f.result.Differences[i]
		out.Differences = append(out.Differences, differenceJSON{string(d.Kind), d.Page, d.Place, d.Got, d.Want, d.Message(), d.At.Start.Line})
	}
	for _, a := range f.annotations {
		out.Annotations = append(out.Annotations, annotationJSON{string(a.Kind), a.By.Author, a.By.Date, a.Place, a.Text, a.At.Start.Line})
	}
	return out
}
