package serve

import (
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/trace"
)

// placeView is what the page shows of a place of the plan: where it was written, and of a
// figure how it came about.
type placeView struct {
	Plan    string
	File    string       // with its line
	Link    template.URL // which opens an editor there
	Text    *textView
	Figures []figureView
	Note    string // what there is to say instead
}

// textView is a value of the plan that can be changed.
type textView struct {
	Path    string // where it stands in the plan, for /change
	Name    string // its path as a person reads it
	Was     string
	Long    bool
	Current bool
}

// figureView is a figure and how it came about.
type figureView struct {
	trace.Figure
	Steps []stepView
}

type stepView struct {
	trace.Line
	At   string // the stretch of the plan that it was read from
	Name string // the figure that it refers to, as a place names it
	Row  int    // its line in the file
}

// place shows what stands at a place: ?at=FROM-TO of the plan's file, of its version that the
// page shows, or a figure's name.
func (s *Server) place(w http.ResponseWriter, r *http.Request) {
	d, ok := s.desk(r.URL.Query().Get("plan"))
	if !ok {
		refuse(w, http.StatusNotFound, noPlan)
		return
	}
	t := d.state(r.Context())
	if t.unit == nil && t.good == nil {
		refuse(w, http.StatusConflict, t.problem)
		return
	}
	u := t.good
	if u == nil {
		u = t.unit
	}
	if r.URL.Query().Get("of") == "file" && t.unit != nil { // a finding is of the file as it is
		u = t.unit
	}
	v := &placeView{Plan: d.name}
	at, name, _ := strings.Cut(r.URL.Query().Get("at"), " ")
	if from, to, ok := stretchOf(at, len(u.File.Bytes)); ok {
		s.written(v, t, u, u.File.Span(from, to))
	} else if name == "" {
		name = at
	}
	if name != "" && u.Budget != nil {
		v.figures(u, name)
	}
	s.tableCell(v, t, u, name)
	if v.Text == nil && v.Figures == nil && v.Note == "" {
		v.Note = "These words come from the template or the language, not from the plan."
	}
	show(w, "place", v)
}

// tableCell says where a figure of a table of the text was written, or that the table adds it up.
func (s *Server) tableCell(v *placeView, t *state, u *compile.Unit, name string) {
	if name == "" || u.Names == nil || v.Text != nil {
		return
	}
	f := u.Names.Cell(name)
	switch {
	case f == nil:
	case f.Given.IsSet():
		s.written(v, t, u, f.Given.Span())
	case f.Down != nil || f.Across != nil:
		v.Note = "The table adds it up from its other figures."
	}
}

// written says where a stretch was written, and offers its text for a change.
func (s *Server) written(v *placeView, t *state, u *compile.Unit, span source.Span) {
	v.File, v.Link = v.Plan+":"+strconv.Itoa(span.Start.Line), editorLink(s.World.Path(v.Plan), span.Start)
	if u.Plan == nil || u.Plan.Node.IsZero() {
		v.Note = "The plan cannot be read at the moment."
		return
	}
	n, path := scalarAt(u.Plan.Node, span.Start.Offset, nil)
	if n.IsZero() {
		v.Note = strings.TrimSpace(span.Text())
		return
	}
	was := oneLine(n.Text())
	v.Text = &textView{Path: joined(path), Name: strings.Join(path, " › "), Was: was, Long: len(was) > shortText, Current: u == t.unit}
}

// shortText is how long a text is that is edited on one line.
const shortText = 60

// figures says how the figures came about that a name stands for.
func (v *placeView) figures(u *compile.Unit, name string) {
	words := u.Words()
	tracer := trace.Tracer{Budget: u.Budget, Total: words.Total(), Words: words.Text}
	for _, f := range tracer.Named(name) {
		view := figureView{Figure: f}
		for _, l := range f.Lines {
			step := stepView{Line: l}
			if l.Span.IsValid() && l.Span.File == u.File {
				step.At, step.Row = strconv.Itoa(l.Span.Start.Offset)+"-"+strconv.Itoa(l.Span.End.Offset), l.Span.Start.Line
			}
			if l.Line != "" && l.Column < len(u.Budget.Columns) {
				step.Name = "budget." + l.Line + "." + u.Budget.Columns[l.Column].ID
			}
			view.Steps = append(view.Steps, step)
		}
		v.Figures = append(v.Figures, view)
	}
}

// editorLink opens a file at a position in Visual Studio Code. The template would take its
// scheme for a stranger's, and all in it is escaped here.
func editorLink(path string, at source.Pos) template.URL {
	path = strings.ReplaceAll(path, `\`, "/")
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	u := url.URL{Scheme: "vscode", Host: "file", Path: path}
	return template.URL(u.String() + ":" + strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Col)) //nolint:gosec // a path of the program's own, escaped
}

// stretchOf reads FROM-TO, two offsets in a file of a length.
func stretchOf(at string, length int) (from, to int, ok bool) {
	a, b, _ := strings.Cut(at, "-")
	from, err := strconv.Atoi(a)
	to, err2 := strconv.Atoi(b)
	return from, to, err == nil && err2 == nil && 0 <= from && from <= to && to <= length
}
