// Package compose makes a document of a plan and its budget, a template and a language:
// numbered, worded, with every reference filled in.
package compose

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/schema"
)

// Rules about a plan and a template that do not fit each other.
var (
	Unplaced = diag.Rule{Code: "F501", Name: "unplaced", Since: "0.1", Severity: diag.Error, Title: "a part of the plan that the template does not print",
		Why: "Text that somebody wrote would silently be missing from the document."}
	NoLanguage = diag.Rule{Code: "F502", Name: "no-language", Severity: diag.Error, Title: "a language without words",
		Why:   "Dates, numbers and headings cannot be written in a language that no file describes.",
		Since: "0.1",
		Bad: `document:
  language: «xx»
`,
		Good: `document:
  language: en
`}
	NoEmblem = diag.Rule{Code: "F506", Name: "no-emblem", Since: "0.3", Severity: diag.Error, Title: "an emblem of a template that cannot be shown",
		Why: "The masthead would lack what identifies the body that issues the document."}
)

// Rules returns the rules that building a document can report.
func Rules() []diag.Rule {
	return []diag.Rule{Unplaced, NoLanguage, NoEmblem, BadLink, UnknownLanguage, TooLong}
}

// Input is what a document is made of.
type Input struct {
	Plan     *plan.Plan
	Budget   *budget.Budget
	Template *Template
	Own      *Template // of the plan's own document, whose numbers a report may quote
	Language *language.Language
	Emblem   *document.Picture // the one that the template names
	Draft    bool              // marks every page as a draft
	// Annex adds the plan's waivers; RuleTitles says what each rule finds, by its name.
	Annex      bool
	RuleTitles map[string]string
}

// Build compiles a document. The findings say what is missing in the document because of a
// fault of the plan or the template.
func Build(in Input) (*document.Document, []diag.Finding) {
	b := newBuilder(in)
	doc := b.build()
	if len(b.asked) > 0 { // what stands where is known now
		b = b.again()
		doc = b.build()
	}
	return doc, b.findings.Sorted()
}

// usualItems is how the templates mark the items of lists, as English does. Another language has its
// own marks in that place.
const usualItems = "(a)"

func (b *builder) build() *document.Document {
	b.nothingSpent()
	doc := &document.Document{Masthead: b.masthead()}
	for i := range b.in.Template.Front {
		doc.Blocks = append(doc.Blocks, b.block(&b.in.Template.Front[i])...)
	}
	for _, s := range b.sections() {
		doc.Blocks = append(doc.Blocks, b.section(s)...)
	}
	doc.Meta, doc.EndRule = b.meta(doc.Masthead), b.in.Template.EndRule.Value
	b.addresses(doc)
	b.unplaced()
	return doc
}

// builder makes the blocks of one document and counts its numbers.
type builder struct {
	composer
	in         Input
	headings   []pattern
	paragraphs pattern
	items      pattern
	counts     []int // the number of the last heading of each level
	paragraph  int   // the number of the last numbered paragraph
	printed    map[string]bool
	current    *section
	actorTexts map[string]document.Text // what tables call each actor; made when it is first asked for
	actorBytes int                      // how much of that tables have so far
}

func newBuilder(in Input) *builder {
	in.Language = inStyle(in.Language, in.Plan.Budget.Style)
	b := &builder{in: in, printed: map[string]bool{}}
	b.composer = composer{language: in.Language, words: map[string]text{}, plan: in.Plan.Node.File(), document: in.Plan.Document.Span(), counted: newCounted()}
	for _, list := range [][]schema.Entry[text]{in.Language.Words, in.Template.Words} {
		for _, w := range list {
			b.words[w.Key.Value] = w.Value
		}
	}
	b.asReport()
	b.names = refs.New(b.in.Plan, in.Budget)
	b.names.KnowSections(in.Template.SectionIDs()...)
	if in.Template.IsReport() && in.Own != nil {
		b.names.KnowSections(in.Own.SectionIDs()...)
		b.own = inPlan(in)
	}
	for _, h := range in.Template.Numbering.Headings {
		p, _ := parsePattern(h.Value)
		b.headings = append(b.headings, p)
	}
	b.paragraphs, _ = parsePattern(in.Template.Numbering.Paragraphs.Value)
	b.items, _ = parsePattern(in.Template.Numbering.Items.Value)
	if own, ok := parsePattern(in.Language.Items.Value); ok && in.Template.Numbering.Items.Value == usualItems {
		b.items = own
	}
	b.counts = make([]int, len(b.headings))
	return b
}

// heading makes a heading with the next number of its level.
func (b *builder) heading(level int, id string, t document.Text) document.Heading {
	h := document.Heading{ID: id, Level: level, Text: t}
	if level <= len(b.counts) {
		b.counts[level-1]++
		clear(b.counts[level:])
		h.Number = b.headings[level-1].number(b.counts[level-1])
	}
	return h
}

// numbered makes a paragraph with the next number.
func (b *builder) numbered(id string, t document.Text) document.Paragraph {
	b.paragraph++
	number := b.paragraphs.number(b.paragraph)
	return document.Paragraph{ID: id, Anchor: b.give(id, number), Number: number, Text: t}
}

// block makes the document's blocks for one block of the template.
func (b *builder) block(spec *blockSpec) []document.Block {
	if spec.With.IsSet() && !b.has(spec.With.Value) {
		return nil
	}
	if b.isElsewhere(spec) {
		return nil
	}
	if spec.From.IsSet() {
		b.printed[spec.From.Value] = true
		if !b.has(spec.From.Value) {
			return nil
		}
	}
	kind, _ := blocks.Find(spec.Block.Value) // reading the template refuses others
	return kind.print(b, spec)
}

// has reports whether the plan has something to print of a part. Waivers are printed
// where an annex is wanted.
func (b *builder) has(part string) bool {
	return sources[part].present(b.in.Plan) && (part != "waivers" || b.in.Annex)
}

func (b *builder) blocks(specs []blockSpec) []document.Block {
	var out []document.Block
	for i := range specs {
		out = append(out, b.block(&specs[i])...)
	}
	return out
}

// unplaced reports the parts of the plan that no block printed.
func (b *builder) unplaced() {
	if b.in.Template.IsReport() {
		return
	}
	for _, name := range sourceNames() {
		part := sources[name]
		if b.printed[name] || !part.present(b.in.Plan) || part.written == nil || !part.written(b.in.Plan) {
			continue
		}
		b.findings.Add(diag.Finding{Rule: Unplaced, Span: b.in.Template.sectionsSpan(),
			Message: fmt.Sprintf("the plan has `%s`, but the template prints it nowhere", name),
			Hint:    fmt.Sprintf("add a block with \"from: %s\" to the template, or take that part out of the plan", name)})
	}
}

func (b *builder) masthead() document.Masthead {
	spec := b.in.Template.Masthead
	m := document.Masthead{Name: b.text(spec.Name), Title: b.title(spec.Title), Emblem: b.in.Emblem}
	if t, ok := b.optional(spec.Symbol); ok {
		m.Symbol = t.String()
	}
	if t, ok := b.optional(spec.Byline); ok {
		m.Byline = t
	}
	m.Origin = b.origin(spec.Origins)
	for _, line := range spec.Session {
		m.Session = append(m.Session, b.lines(line)...)
	}
	return m
}

// origin composes the lines beside the name of the body, which some languages write otherwise than
// their texts.
func (b *builder) origin(lines []text) (list []document.Text) {
	b.inMasthead(func() {
		for _, line := range lines {
			for _, t := range b.lines(line) {
				list = append(list, capital(t))
			}
		}
	})
	return list
}

// inMasthead composes something as those lines are written.
func (b *builder) inMasthead(compose func()) {
	usual, composed := b.language, b.composed
	b.language, b.composed = usual.InMasthead(), nil
	compose()
	b.language, b.composed = usual, composed
}

// title returns the plan's own title, or else the template's.
func (b *builder) title(t text) document.Text {
	if own := b.in.Plan.Document.Title; own.IsSet() {
		return b.text(own)
	}
	return b.text(t)
}

func (b *builder) meta(m document.Masthead) document.Meta {
	d := b.in.Plan.Document
	meta := document.Meta{Title: m.Title.String(), Author: m.Name.String(), Subject: m.Name.String(),
		Language: b.in.Language.Code.Value, Hyphenation: b.in.Language.Hyphenation.Value, Typography: b.in.Language.Setting(), Date: d.Date.Value, Symbol: m.Symbol}
	if d.Submitted.By.IsSet() {
		meta.Author = b.text(d.Submitted.By).String()
	}
	b.foot(&meta)
	if b.in.Draft {
		meta.Draft = "DRAFT"
		if word, ok := b.optional(b.in.Template.Draft); ok {
			meta.Draft = word.String()
		}
	}
	return meta
}
