// Package importer makes plans of files that isuplan did not make: of last year's
// submission in Word, PDF or Markdown, and of the budget in a workbook. What it cannot
// place it keeps, marked for a person; its report says how much was placed.
package importer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// errTemplate says that the template cannot be used.
var errTemplate = errors.New("the template cannot be used; isuplan check says why")

// Counts are how much was placed.
type Counts struct {
	Sections   int `json:"sections"`
	Paragraphs int `json:"paragraphs"` // numbered ones
	Mandate    int `json:"mandate"`
	Priorities int `json:"priorities"`
	Outcomes   int `json:"outcomes"`
	Outputs    int `json:"outputs"`
	Activities int `json:"activities"`
	Lines      int `json:"lines"` // of the budget
	Indicators int `json:"indicators"`
	Risks      int `json:"risks"`
	Tables     int `json:"tables"` // of texts
}

// Result is the plan that was made, and what is worth knowing of it.
type Result struct {
	Plan   []byte // in its canonical form
	Placed Counts
	// Passages is how many passages the file has.
	Passages int
	// Lost are the passages that have no place in the plan; each stands in it as a comment
	// that asks for a person.
	Lost []Passage
	// Kept is how many rows and cells of the budget's tables stand in comments of the plan.
	Kept int
	// Reviews is how many comments of the plan ask for a person.
	Reviews int
	// Remarks are sentences on what was found, made or left.
	Remarks []string
}

// Passage is a stretch of the file.
type Passage struct{ Where, Text, Why string }

// ErrNothing says that a file has no text that a plan could be made of.
var ErrNothing = errors.New("there is no text in the file")

// Options are what a person says of the files.
type Options struct {
	Sheet   string // the workbook's sheet with the budget, "" to look for it
	Columns string // what the columns hold, such as label=A,amount=C; "" to look at their heads
}

// Input is what a plan is made of: a document, a workbook, or both.
type Input struct {
	Options
	Document *readback.Text // nil for none
	Workbook []byte         // an .xlsx file, nil for none
}

// Import makes a plan. The error says that the tool could not do its work, that a file cannot
// be read, or that there is nothing to make a plan of.
func Import(ctx context.Context, c *compile.Compiler, in Input) (*Result, error) {
	columns, err := columnsOf(in.Columns)
	if err != nil {
		return nil, err
	}
	b := &placer{draft: &draft{}, options: budgetOptions{sheet: in.Sheet, columns: columns}}
	if in.Workbook != nil {
		if b.book, b.remarks, err = readBook(in.Workbook); err != nil {
			return nil, &UnreadableError{err}
		}
	}
	t := in.Document
	if t == nil {
		t = &readback.Text{}
	}
	if err := sheetNamed(b.book, in.Sheet); err != nil {
		return nil, err
	}
	if len(t.Lines) == 0 && len(b.book) == 0 {
		return nil, ErrNothing
	}
	list, err := b.read(ctx, c, t)
	if err != nil {
		return nil, err
	}
	return b.result(ctx, c, t, list)
}

// read places what the document says.
func (b *placer) read(ctx context.Context, c *compile.Compiler, t *readback.Text) ([]*passage, error) {
	first, err := frameOf(ctx, c, placeholder(), someYear())
	if err != nil {
		return nil, err
	}
	list, margins := passages(t.WithoutAddresses(first.links), first.results, first.knows)
	list = b.withoutContents(list)
	b.frame, b.dates, b.style = first, datesOf(first.language), styleOf(list)
	front, all := chapters(list, b.style, first)
	b.front(front)
	b.margins(margins)
	years := yearsOf(b.book, b.dates)
	b.draft.ofBook(years)
	b.draft.complete(first.withoutTimeline(list), headings(all), b.dates, years)
	if b.frame, err = frameWith(ctx, c, b.draft.document(""), b.draft.period(), first.without); err != nil {
		return nil, err
	}
	b.chapters(all)
	b.renamed(list)
	b.draft.match()
	b.readWork(list)
	b.readBudget(list)
	return list, nil
}

// UnreadableError says why a workbook cannot be read, as a sentence goes on behind its name.
type UnreadableError struct{ why error }

func (e *UnreadableError) Error() string { return e.why.Error() }

// UnfitError says why the files do not make a plan, such as that a text is longer than one of a
// plan may be.
type UnfitError struct{ Why string }

func (e *UnfitError) Error() string { return "they do not make a plan: " + e.Why }

// ColumnsError says what is wrong with what a person said of the columns.
type ColumnsError struct{ Part string }

func (e *ColumnsError) Error() string {
	return fmt.Sprintf("%q is no column; write what it holds and its letter, such as label=A,amount=C,note=E,2017=B", e.Part)
}

// SheetError says that the workbook has not the sheet that a person named.
type SheetError struct {
	Name string
	Has  []string // its sheets
}

func (e *SheetError) Error() string {
	return fmt.Sprintf("the workbook has no sheet %q; it has %s", e.Name, abridged(strings.Join(e.Has, ", ")))
}

// sheetNamed looks whether a workbook has the sheet that a person named.
func sheetNamed(book []grid, name string) error {
	e := &SheetError{Name: strings.TrimSpace(name)}
	for _, g := range book {
		e.Has = append(e.Has, sheetName(g.name))
		if strings.EqualFold(e.Has[len(e.Has)-1], e.Name) {
			return nil
		}
	}
	if e.Name == "" || len(book) == 0 {
		return nil
	}
	return e
}

// columnsOf reads what a person said of the columns.
func columnsOf(said string) (map[string]string, error) {
	if said == "" {
		return nil, nil
	}
	out := map[string]string{}
	for _, part := range strings.Split(said, ",") {
		name, letter, ok := strings.Cut(strings.TrimSpace(part), "=")
		name, letter = strings.TrimSpace(name), strings.ToUpper(strings.TrimSpace(letter))
		if !ok || name == "" || letter == "" || len(letter) > 2 || strings.Trim(letter, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || out[name] != "" {
			return nil, &ColumnsError{strings.TrimSpace(part)}
		}
		out[name] = letter
	}
	return out, nil
}

func headings(all []*chapter) []*passage {
	list := make([]*passage, len(all))
	for i, c := range all {
		list[i] = c.heading
	}
	return list
}

// result writes the plan, compiles it, and writes it again with references and with what its
// document does not say.
func (b *placer) result(ctx context.Context, c *compile.Compiler, t *readback.Text, list []*passage) (*Result, error) {
	u, err := b.compiled(ctx, c)
	if err != nil {
		return nil, err
	}
	if b.shares != nil && u.Budget != nil {
		if b.shares.verify(u.Budget) {
			if u, err = b.compiled(ctx, c); err != nil {
				return nil, err
			}
		}
		b.remarks = append(b.remarks, b.shares.remark())
	}
	if u.Document != nil {
		if b.settleBelow(u.Document) {
			if u, err = b.compiled(ctx, c); err != nil {
				return nil, err
			}
		}
	}
	if u.Document != nil {
		b.hold(list, u.Document)
		if err := b.refer(ctx, c, u); err != nil {
			return nil, err
		}
	}
	r := &Result{Placed: b.draft.count(), Passages: len(list)}
	r.Placed.Lines = b.money.lineCount()
	if r.Plan, err = b.written(); err != nil {
		return nil, err
	}
	for _, p := range b.draft.lost {
		r.Lost = append(r.Lost, Passage{p.where, p.printedText(), p.why})
	}
	if b.draft.refer != nil {
		r.Remarks = append(r.Remarks, b.draft.refer.said()...)
	}
	for _, m := range b.money.remarkList() {
		if m.kind == unplaced {
			r.Kept++
		}
		if s := strings.TrimPrefix(m.where+": "+m.text, ": "); !slices.Contains(r.Remarks[max(0, len(r.Remarks)-10):], s) {
			r.Remarks = append(r.Remarks, s)
		}
	}
	r.Remarks = append(append(r.Remarks, b.remarks...), accounted(t)...)
	r.Reviews = bytes.Count(r.Plan, []byte("# "+reviewed))
	return r, nil
}

// refer puts references in the place of what they print, if the document stays the same.
func (b *placer) refer(ctx context.Context, c *compile.Compiler, before *compile.Unit) error {
	r := &referrer{used: map[string]int{}}
	r.list = append(b.draft.dated(before.Language), priced(before)...)
	b.draft.refer = r
	after, err := b.compiled(ctx, c)
	if err != nil {
		return err
	}
	if after.Document == nil || printedOf(after.Document).all != printedOf(before.Document).all {
		b.draft.refer = nil
		return nil
	}
	clear(r.used) // it is written once more
	return nil
}

// compiled compiles the plan as it is so far.
func (b *placer) compiled(ctx context.Context, c *compile.Compiler) (*compile.Unit, error) {
	return c.Compile(ctx, compile.Input{File: source.NewFile("plan.yaml", []byte(b.draft.plan(b.frame, b.budget()).write()))})
}

// written writes the plan in its canonical form.
func (b *placer) written() ([]byte, error) {
	text := []byte(b.draft.plan(b.frame, b.budget()).write())
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", text))
	if !ok {
		e := &UnfitError{Why: "the plan cannot be read"}
		if len(findings) > 0 {
			e.Why = findings[0].Message
		}
		return nil, e
	}
	form, err := format.Plan(p.Node, plan.Shape())
	if err != nil {
		return nil, err
	}
	return bytes.TrimLeft(form, "\n"), nil
}

// accounted says what a file has besides its text, and what became of it.
func accounted(t *readback.Text) (out []string) {
	if t.Changes > 0 {
		out = append(out, fmt.Sprintf("%s %s taken as accepted", number(t.Changes, "tracked change"), isAre(t.Changes)))
	}
	if n := len(t.Pictures); n > 0 {
		out = append(out, number(n, "page")+" with pictures, which are not in the plan")
	}
	return append(out, t.Remarks...)
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// placeholder is the masthead of a plan that is compiled to see the template.
func placeholder() *group {
	g := &group{}
	g.set("convention", "Convention")
	g.set("unit", "Unit")
	g.set("date", plain("2000-01-01"))
	return g
}

func someYear() *group {
	g := &group{}
	g.set("from", plain("2000-01-01"))
	g.set("to", plain("2000-12-31"))
	return g
}
