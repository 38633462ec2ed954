package check

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R113", Name: "typed-reference", Severity: diag.Warning, Title: "the number of a result or a table that the document does not have",
		Why:   "Results and tables are numbered as they stand; when one is put in or taken out, a typed number leads the reader elsewhere, or nowhere.",
		Since: "0.3",
		Bad: `assumptions:
  - That the rooms for «activity 7.1.2» are provided.
`,
		Good: `outcomes:
  - id: support
    text: States Parties are supported.
    outputs: [{id: meetings, text: Meetings are held., activities: [{id: rooms, text: Rent the rooms.}]}]
assumptions:
  - "That the rooms for activity ${activities.rooms.number} are provided."
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		if !c.isEnglish() || c.Plan.Frame.IsSet() && c.Budget.Frame == nil { // whose numbers may be meant too
			return
		}
		var n *numberedThings
		for _, t := range c.Texts {
			if t.Use == schema.AsAbbreviation || !t.figures {
				continue
			}
			for _, m := range referredByNumber().FindAllStringSubmatchIndex(t.typed, -1) {
				if elsewhere().MatchString(t.typed[m[1]:]) {
					continue
				}
				if n == nil {
					n = c.numberedThings()
				}
				n.hold(t, m)
			}
		}
	},
})

// referredByNumber is a result or a table by its number: Activity 1.2.3, outputs 1.2, Table 1.
var referredByNumber = pattern.Lazy(`\b(?i:(activity|activities|outputs?|outcome|tables?))[ \x{a0}]((?:\d{1,2}\.)*\d{1,2})\b(?:$|[^\d.%/]|\.(?:$|[^\d]))`)

// elsewhere begins what says that the number is of another document, or of a part of this one that is
// not numbered with the others.
var elsewhere = pattern.Lazy(`^[ ),]{0,2}(?:of|in|from|under|to)\b`)

// numberedThings are the numbers that the document gives, each with the name that prose has for it.
type numberedThings struct {
	*Context
	names  map[string]bool // of results, such as 1.2.3
	tables int
	// captions are the numbers that somebody typed into the captions of tables.
	captions map[string]bool
}

var typedCaption = pattern.Lazy(`^Table (\d+)\b`)

func (c *Context) numberedThings() *numberedThings {
	n := &numberedThings{Context: c, names: map[string]bool{}, captions: map[string]bool{}}
	for _, t := range c.Texts {
		if m := typedCaption().FindStringSubmatch(t.typed); m != nil {
			n.captions[m[1]] = true
		}
	}
	n.know(c.Plan)
	if f := c.Budget.Frame; f != nil {
		n.know(f.Plan)
	}
	return n
}

// know adds the numbers that the document of a plan gives.
func (n *numberedThings) know(p *plan.Plan) {
	p.EachMeasured(func(m *plan.Measures) {
		n.names[m.Dotted()] = true
	})
	tables := len(p.Budget.Tables)
	for range p.TextTables() {
		tables++
	}
	n.tables = max(n.tables, tables)
}

// depths are how many numbers stand in that of a result.
var depths = map[string]int{"activity": 3, "activities": 3, "output": 2, "outputs": 2, "outcome": 1}

// hold holds a number that was typed against those that there are.
func (n *numberedThings) hold(t Text, m []int) {
	kind, number := strings.ToLower(t.typed[m[2]:m[3]]), t.typed[m[4]:m[5]]
	at := t.Prose.Node.Part(m[2], m[5])
	said := oneLine(t.typed[m[2]:m[5]])
	depth, isResult := depths[kind]
	if !isResult {
		if i, err := strconv.Atoi(number); err == nil && i > n.tables && !n.captions[number] {
			n.Report(t.Subject, at, fmt.Sprintf("the text says “%s”, but %s", said, n.tablesThatThereAre()), "write ${tables.ID.number} with the id of the table")
		}
		return
	}
	if len(n.names) == 0 || strings.Count(number, ".") != depth-1 {
		return // such as the article of a treaty, or a count: outcomes 3
	}
	if !n.names[number] {
		n.Report(t.Subject, at, fmt.Sprintf("the text says “%s”, which the document does not have", said),
			fmt.Sprintf("write ${%s.ID.number} with the id of the %s that is meant, and the number follows it", collections[kind], singular(kind)))
	}
}

func (n *numberedThings) tablesThatThereAre() string {
	if n.tables == 0 {
		return "no table of the document bears a number"
	}
	return "the document has " + count(n.tables, "table") + " that can bear a number"
}

// collections are where prose finds results of a kind.
var collections = map[string]string{"activity": plan.Activities, "activities": plan.Activities, "output": plan.Outputs, "outputs": plan.Outputs, "outcome": plan.Outcomes}
