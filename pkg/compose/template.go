package compose

import (
	"sync"

	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// TemplateVersion is the version of the template language that this package reads.
const TemplateVersion = 1

// Template is a document's skeleton, as written.
type Template struct {
	schema.Origin
	Version   source.At[int]
	Of        text // a plan, or the financial report of one
	Numbering numbering
	Masthead  masthead
	Foot      foot
	Links     text // stands above the addresses of links
	EndRule   source.At[bool]
	Draft     text
	Front     []blockSpec
	Sections  []sectionSpec
	Words     []schema.Entry[text]
}

type numbering struct {
	schema.Origin
	Headings          []text
	Paragraphs, Items text
}

type masthead struct {
	schema.Origin
	Name, Symbol, Title, Byline text
	Origins, Session            []text
	Emblem                      emblem
}

// emblem is a picture beside the name of the body.
type emblem struct {
	schema.Origin
	File, Text text
	Height     source.At[int]
}

// foot is the foot of page one.
type foot struct {
	schema.Origin
	Job, Barcode, Recycle text
}

type sectionSpec struct {
	schema.Origin
	ID, Heading text
	Paragraphs  []text
	Body        []blockSpec
}

// blockSpec is one block of the skeleton. Which keys matter depends on its kind.
type blockSpec struct {
	schema.Origin
	Block, ID, Title, Text, From, With text
	Lead                               source.At[bool]
	Body                               []blockSpec
	Outcome, Output, Activity          text
	OutcomeMark, OutputMark, Mark      text
	Caption, Total, InKind, Place      text
	Cost                               text
	Columns                            []columnSpec
}

type columnSpec struct {
	schema.Origin
	Head, Show text
	Width      source.At[int]
}

// LoadTemplate reads a template. The findings are all that is wrong with it; the last
// result says whether documents can be made with it.
func LoadTemplate(f *source.File) (*Template, []diag.Finding, bool) {
	t, findings, ok := schema.Read(f, "template", templateType())
	return &t, findings, ok
}

// TemplateShape returns what a template may hold, for editors.
func TemplateShape() *schema.Shape { return templateShape() }

var templateShape = sync.OnceValue(func() *schema.Shape { return templateType().Shape() })

// templateType is made when it is needed: the kinds of block are known only after
// the program has started.
func templateType() schema.Type[Template] {
	return schema.Group("a template", "a document's skeleton",
		[]schema.Field[Template]{
			schema.Must("template", schema.Whole, func(t *Template) *source.At[int] { return &t.Version }, "the version of the template language: 1"),
			schema.Key("of", ofType, func(t *Template) *text { return &t.Of }, "what it prints: plan, or report for the financial report, which prints what was spent and leaves the rest of the plan out; plan where it is not given"),
			schema.Must("numbering", numberingType, func(t *Template) *numbering { return &t.Numbering }, "how things are numbered"),
			schema.Must("masthead", mastheadType, func(t *Template) *masthead { return &t.Masthead }, "the head of page one"),
			schema.Key("foot", footType, func(t *Template) *foot { return &t.Foot }, "the foot of page one; the job number and its barcode where it is not given"),
			schema.Key("links", schema.Text, func(t *Template) *text { return &t.Links }, "what stands above the addresses of links, at the end of PDF and Word; without it they are not printed"),
			schema.Key("end_rule", schema.Flag, func(t *Template) *source.At[bool] { return &t.EndRule }, "whether the document ends with a short rule"),
			schema.Key("draft", schema.Text, func(t *Template) *text { return &t.Draft }, "the word that marks the pages of a draft"),
			schema.Key("front", schema.List(blockType(3)), func(t *Template) *[]blockSpec { return &t.Front }, "what stands before the sections"),
			schema.Must("sections", schema.List(sectionType()), func(t *Template) *[]sectionSpec { return &t.Sections }, "the sections, in their order"),
			schema.Key("words", schema.Map(schema.Text), func(t *Template) *[]schema.Entry[text] { return &t.Words }, "words that replace or add to those of the language"),
		}, func(r *schema.Reader, t *Template) {
			if t.Version.IsSet() && t.Version.Value != TemplateVersion {
				r.Report(schema.BadValue, t.Version.Node, fmt.Sprintf("this program reads templates of version %d", TemplateVersion),
					fmt.Sprintf("write \"template: %d\"", TemplateVersion))
			}
			uniqueSections(r, t)
		})
}

func uniqueSections(r *schema.Reader, t *Template) {
	seen := map[string]text{}
	for _, s := range t.Sections {
		if first, twice := seen[s.ID.Value]; twice && s.ID.IsSet() {
			r.Add(diag.Finding{Rule: schema.BadID, Span: s.ID.Span(), Message: "two sections have the id " + s.ID.Value,
				Hint: "give one of them another id", Related: []diag.Related{{Span: first.Span(), Note: "the first"}}})
		}
		seen[s.ID.Value] = s.ID
	}
}

var numberingType = schema.Group("the numbering", "how things are numbered; each pattern shows the first number of its kind",
	[]schema.Field[numbering]{
		schema.Must("headings", schema.List(patternType), func(n *numbering) *[]text { return &n.Headings }, "a pattern for each level of heading, such as I. and A."),
		schema.Must("paragraphs", patternType, func(n *numbering) *text { return &n.Paragraphs }, "the pattern of paragraph numbers, such as 1."),
		schema.Must("items", patternType, func(n *numbering) *text { return &n.Items }, "the pattern of list items, such as (a)"),
	})

var patternType = schema.Formed("a numbering pattern", "write the first number of its kind: I. A. 1. (a) (i)", func(s string) bool {
	_, ok := parsePattern(s)
	return ok
})

var mastheadType = schema.Group("the masthead", "the head of page one",
	[]schema.Field[masthead]{
		schema.Must("name", schema.Text, func(m *masthead) *text { return &m.Name }, "the body that issues the document"),
		schema.Key("symbol", schema.Text, func(m *masthead) *text { return &m.Symbol }, "the document symbol"),
		schema.Key("emblem", emblemType, func(m *masthead) *emblem { return &m.Emblem }, "a picture at the left of the name"),
		schema.Key("origin", schema.List(schema.Text), func(m *masthead) *[]text { return &m.Origins }, "the lines at the right: date and language"),
		schema.Key("session", schema.List(schema.Text), func(m *masthead) *[]text { return &m.Session }, "the lines at the left: meeting and agenda item"),
		schema.Must("title", schema.Text, func(m *masthead) *text { return &m.Title }, "the title"),
		schema.Key("byline", schema.Text, func(m *masthead) *text { return &m.Byline }, "the line below the title"),
	})

// The heights of an emblem in millimetres: what is usual, the least and the most.
const usualEmblem, leastEmblem, mostEmblem = 20, 5, 60

var emblemType = schema.Group("the emblem", "a picture at the left of the name",
	[]schema.Field[emblem]{
		schema.Must("file", schema.Text, func(e *emblem) *text { return &e.File }, "a PNG or JPEG file beside the template, or in a folder beside it"),
		schema.Must("text", schema.Text, func(e *emblem) *text { return &e.Text }, "what it shows, for readers who do not see it"),
		schema.Key("height", schema.Whole, func(e *emblem) *source.At[int] { return &e.Height }, "how high it is printed, in millimetres; 20 where it is not given"),
	}, func(r *schema.Reader, e *emblem) {
		if !e.Height.IsSet() {
			e.Height.Value = usualEmblem
		}
		if h := e.Height.Value; h < leastEmblem || h > mostEmblem {
			r.Report(schema.BadValue, e.Height.Node, "an emblem is 5 to 60 millimetres high", "write a height between them, such as 20")
			e.Height.Value = usualEmblem
		}
	})

var footType = schema.Group("the foot", "the foot of page one",
	[]schema.Field[foot]{
		schema.Key("job", schema.Text, func(f *foot) *text { return &f.Job }, "the job number; the language's job_suffix is set behind it"),
		schema.Key("barcode", schema.Text, func(f *foot) *text { return &f.Barcode }, "whose digits the barcode has"),
		schema.Key("recycle", schema.Text, func(f *foot) *text { return &f.Recycle }, "the words beside the sign of recycling"),
	})

func sectionType() schema.Type[sectionSpec] {
	return schema.Group("a section of the template", "a section", []schema.Field[sectionSpec]{
		schema.Must("id", schema.ID, func(s *sectionSpec) *text { return &s.ID }, "the name by which plans give it its text"),
		schema.Must("heading", schema.Text, func(s *sectionSpec) *text { return &s.Heading }, "its heading"),
		schema.Key("paragraphs", schema.List(schema.Text), func(s *sectionSpec) *[]text { return &s.Paragraphs }, "its paragraphs, where the plan gives none"),
		schema.Must("body", schema.List(blockType(3)), func(s *sectionSpec) *[]blockSpec { return &s.Body }, "its blocks, in their order"),
	})
}

// blockType reads a block; boxes hold blocks, to the given depth.
func blockType(depth int) schema.Type[blockSpec] {
	key := func(name string, at func(*blockSpec) *text, doc string) schema.Field[blockSpec] {
		return schema.Key(name, schema.Text, at, doc)
	}
	fields := []schema.Field[blockSpec]{
		schema.Must("block", schema.Choice("a kind of block", blocks.Names()...), func(b *blockSpec) *text { return &b.Block }, "what kind of block it is"),
		schema.Key("id", schema.ID, func(b *blockSpec) *text { return &b.ID }, "its name in links"),
		schema.Key("from", schema.Choice("a part of the plan", sourceNames()...), func(b *blockSpec) *text { return &b.From }, "the part of the plan that it prints"),
		schema.Key("with", schema.Choice("a part of the plan", sourceNames()...), func(b *blockSpec) *text { return &b.With }, "it is left out where the plan does not have this part"),
		key("title", func(b *blockSpec) *text { return &b.Title }, "a box's title"),
		key("text", func(b *blockSpec) *text { return &b.Text }, "a text block's text"),
		schema.Key("lead", schema.Flag, func(b *blockSpec) *source.At[bool] { return &b.Lead }, "true for a text that introduces what follows"),
		key("outcome", func(b *blockSpec) *text { return &b.Outcome }, "an outcome's label, with ${number} and ${mark}"),
		key("output", func(b *blockSpec) *text { return &b.Output }, "an output's label"),
		key("activity", func(b *blockSpec) *text { return &b.Activity }, "an activity's label"),
		key("outcome_mark", func(b *blockSpec) *text { return &b.OutcomeMark }, "what stands behind an outcome's number"),
		key("output_mark", func(b *blockSpec) *text { return &b.OutputMark }, "what stands behind an output's number"),
		key("activity_mark", func(b *blockSpec) *text { return &b.Mark }, "what stands behind an activity's number"),
		key("cost", func(b *blockSpec) *text { return &b.Cost }, "what stands behind the text of a result that something is booked on, with ${cost}"),
		key("caption", func(b *blockSpec) *text { return &b.Caption }, "what the table shows, for those who do not see it"),
		key("total", func(b *blockSpec) *text { return &b.Total }, "the label of the total"),
		key("in_kind", func(b *blockSpec) *text { return &b.InKind }, "what the amount column prints for a contribution in kind, with ${provider}"),
		schema.Key("place", schema.Choice("a place", "before", "after"), func(b *blockSpec) *text { return &b.Place }, "for the table of posts: it is printed here only where the plan wants it before or after the budget's table"),
		schema.Key("columns", schema.List(columnType), func(b *blockSpec) *[]columnSpec { return &b.Columns }, "a table's columns"),
	}
	if depth > 0 {
		fields = append(fields, schema.Key("body", schema.List(blockType(depth-1)), func(b *blockSpec) *[]blockSpec { return &b.Body }, "a box's blocks"))
	}
	return schema.Group("a block", "a block of the document", fields, blockComplete)
}

var columnType = schema.Group("a column", "a column of a table",
	[]schema.Field[columnSpec]{
		schema.Must("head", schema.Text, func(c *columnSpec) *text { return &c.Head }, "its head"),
		schema.Must("show", schema.Choice("a column's content", "code", "label", "kind", "amount", "note", "place", "rule", "reason", "approved",
			"activity", "when", "responsible", "partners", "milestones",
			"indicator", "unit", "baseline", "target", "actual", "verification", "risk", "likelihood", "impact", "score", "response", "owner"), func(c *columnSpec) *text { return &c.Show }, "what it shows of a line"),
		schema.Must("width", schema.Whole, func(c *columnSpec) *source.At[int] { return &c.Width }, "its share of the table's width"),
	})

// SectionIDs returns the ids of the template's sections.
func (t *Template) SectionIDs() []string {
	ids := make([]string, len(t.Sections))
	for i := range t.Sections {
		ids[i] = t.Sections[i].ID.Value
	}
	return ids
}
