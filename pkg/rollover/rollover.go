// Package rollover makes next year's plan of this year's. It changes the file where it
// has to and leaves every other byte as it is; what a person has to decide it marks
// with a comment that begins with "review:".
package rollover

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Mark is what a comment begins with that asks for a person.
const Mark = "review:"

// mostNotes is how many comments are put into a plan; what waits for a person beyond is
// counted in one. Nobody reads more, and a file of lines only would grow threefold.
const mostNotes = 1000

// Options say what is wanted.
type Options struct {
	Year int
	// Previous is the path of the old plan from the new one's folder; "" where it
	// does not lie there or below.
	Previous string
	// Frame is the path of the plan of several years from there, in the same way.
	Frame string
}

// Result is the new plan.
type Result struct {
	Text   []byte
	File   *source.File // the text, read already
	Rolled int          // values that were rolled
	Said   []string     // what rolled on, in words
}

// Make rolls a plan on to another year. An error is a fault of the program, never of the
// plan.
func Make(p *plan.Plan, b *budget.Budget, o Options) (Result, error) {
	r := &roller{plan: p, budget: b, Options: o, years: o.Year - p.Period.From.Value.Year(), file: p.Node.File(), old: remnantsOf(p)}
	r.period()
	r.say("period: %s to %s", r.plan.Period.From.Value.AddDate(r.years, 0, 0).Format(isoDay), r.plan.Period.To.Value.AddDate(r.years, 0, 0).Format(isoDay))
	r.frame()
	r.document()
	r.facts()
	r.figures()
	r.work()
	r.calendar()
	r.indicators()
	r.spent()
	r.texts()
	r.textTables()
	r.waivers()
	made, err := r.apply()
	if err != nil {
		return Result{}, err
	}
	return Result{Text: made.Bytes, File: made, Rolled: r.rolled, Said: r.said}, nil
}

type roller struct {
	plan   *plan.Plan
	budget *budget.Budget
	Options
	years  int
	file   *source.File
	edits  []diag.Edit
	notes  map[int][]string // comments above a line
	noted  map[string]bool  // a line and a comment above it
	blocks []int            // lines above which a comment can stand
	beyond int              // what is not noted, see mostNotes
	old    *remnants
	// dropped are the spans that the new plan does not have.
	dropped []source.Span
	names   map[source.Node]bool // names that rolled on
	targets map[string]string    // of the new year, in the plan of several years; made when they are first asked for
	aimed   map[string]bool      // the indicators that got a target of the new year from there
	// unframed says that the new plan names no plan of several years, though the old one did.
	unframed bool
	rolled   int
	said     []string

	columns []slot // of the new table, where the old one had columns
	// compared are columns that have the figures of the sum of the years, and summed is that sum.
	compared []*slot
	summed   *plan.Column
	done     map[source.Node]bool // what was written by column already
	checked  bool                 // what is stated here is only held against something else, and no amount of its own
}

// put replaces a node by another value.
func (r *roller) put(n source.Node, text string) {
	if n.IsZero() || n.Span().Text() == text {
		return
	}
	r.edits = append(r.edits, diag.Edit{Span: n.Span(), Text: text})
	r.rolled++
}

// known says that what a name had of the old year has rolled on.
func (r *roller) known(n source.Node) {
	if r.names == nil {
		r.names = map[source.Node]bool{}
	}
	r.names[n] = true
}

// say notes what rolled on, for whoever runs the command.
func (r *roller) say(format string, args ...any) {
	r.said = append(r.said, fmt.Sprintf(format, args...))
}

// review puts a comment above the key or item that holds a position.
func (r *roller) review(at source.Span, format string, args ...any) {
	r.note(at, "# "+Mark+" "+fmt.Sprintf(format, args...))
}

// note puts any comment there.
func (r *roller) note(at source.Span, note string) {
	if r.notes == nil {
		r.notes, r.noted, r.blocks = map[int][]string{}, map[string]bool{}, source.BlockLines(r.plan.Node)
	}
	note = strings.Join(strings.FieldsFunc(note, breaks), " ") // a comment ends with its line
	line := above(r.blocks, at.Start.Line)
	key := strconv.Itoa(line) + note
	switch {
	case r.noted[key]:
	case len(r.noted) >= mostNotes:
		r.beyond++
	default:
		r.noted[key] = true
		r.notes[line] = append(r.notes[line], note)
	}
}

// breaks reports what ends a line, to YAML, to a terminal or to an editor.
func breaks(r rune) bool {
	return r < ' ' && r != '\t' || r >= 0x7F && r <= 0x9F || r == '\u2028' || r == '\u2029'
}

// above returns the last of the lines that is not behind another.
func above(lines []int, line int) int {
	i, found := slices.BinarySearch(lines, line)
	switch {
	case found:
		return line
	case i == 0:
		return 1
	}
	return lines[i-1]
}

// remove takes a key and its value out, with the line where it stands alone.
func (r *roller) remove(parent source.Node, key string) {
	var before source.Node
	for k, v := range parent.Pairs() {
		if k.Text() == key {
			r.cut(parent, before, k, v)
			return
		}
		before = v
	}
}

func (r *roller) cut(parent, before, key, value source.Node) {
	from, to := key.Start().Offset, value.Span().End.Offset
	text := r.file.Bytes
	if parent.IsFlow() {
		if !before.IsZero() { // with the comma in front
			from = before.Span().End.Offset
		} else {
			to = len(text) - len(bytes.TrimLeft(text[to:], ", "))
		}
		r.edits = append(r.edits, diag.Edit{Span: r.file.Span(from, to)})
		return
	}
	from = len(bytes.TrimRight(text[:from], " "))
	if end := bytes.IndexByte(text[to:], '\n'); end >= 0 {
		to += end + 1 // with what stands behind it on the line: its comment
	} else {
		to = len(text)
	}
	r.edits = append(r.edits, diag.Edit{Span: r.file.Span(from, to)})
}

// apply makes the edits and puts the comments in.
func (r *roller) apply() (*source.File, error) {
	return edit.Applied(r.file, edit.Outermost(append(r.comments(), r.edits...)))
}

// comments returns the notes as edits, in the order of the file. They come before other
// edits, so that of two insertions in one spot the comment stands first.
func (r *roller) comments() []diag.Edit {
	var edits []diag.Edit
	if r.beyond > 0 {
		first := above(r.blocks, 1)
		r.notes[first] = append(r.notes[first], fmt.Sprintf("# %s %s more than are noted below, for no more than %s comments are written: look at all of it", Mark, diag.Grouped(r.beyond), diag.Grouped(mostNotes)))
	}
	for _, line := range slices.Sorted(maps.Keys(r.notes)) {
		code := r.file.LineSpan(line).Start
		indent := strings.Repeat(" ", code.Col-1)
		var text strings.Builder
		for _, n := range r.notes[line] {
			text.WriteString(indent + n + "\n")
		}
		edits = append(edits, editAt(r.file, code.Offset-len(indent), text.String()))
	}
	return edits
}

// Annotate puts findings as comments above what they speak of, so that each waits for
// a person.
func Annotate(p *plan.Plan, findings []diag.Finding) (*source.File, error) {
	r := &roller{plan: p, file: p.Node.File()}
	for _, f := range findings {
		r.review(f.Span, "%s (%s)", strings.Join(strings.Fields(f.Message), " "), f.Rule.Code)
	}
	return r.apply()
}

func year(n int) string { return strconv.Itoa(n) }
