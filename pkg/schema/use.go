package schema

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// Use says what a value is to a reader of the document or of a comparison. It is declared
// with the type of a key, once: what the rules read, what a new plan is searched for, what
// a comparison calls a text and what is folded derive from it.
type Use uint8

// The uses. Those up to Abbreviation are prose: words that the document prints, which
// may hold references.
const (
	Undeclared     Use = iota
	AsRunning          // a paragraph, or the text of a result
	AsListed           // an item of a list
	AsHeading          // a heading, a title or the name of a body: no sentence
	AsLabel            // what a table calls a line, a column, a sum or a part of a cost
	AsNote             // a remark in a table or below it
	AsAbbreviation     // a short form that stands for a name
	AsName             // a proper name that texts are held to; it is not printed itself
	AsRemark           // words for those who look after the plan, such as a waiver's reason
	AsTerm             // a word of a list of the trade, such as the grade of a post
	AsID               // names an element of the plan
	AsReference        // names another element
	AsAmount           // a number: a rate, a count
	AsMoney            // an amount of money
	AsDate
	AsCode    // a mark given by others, such as a document symbol
	AsSetting // says how the program is to work
)

// IsProse reports words that the document prints.
func (u Use) IsProse() bool { return u >= AsRunning && u <= AsAbbreviation }

// IsText reports words of any kind: what changes in them is another wording.
func (u Use) IsText() bool { return u >= AsRunning && u <= AsTerm }

// IsSentence reports prose that is made of sentences.
func (u Use) IsSentence() bool { return u == AsRunning || u == AsListed }

// IsTabular reports prose that stands in a table or belongs to one.
func (u Use) IsTabular() bool { return u == AsLabel || u == AsNote }

// IsNaming reports words by which people know the thing that has them.
func (u Use) IsNaming() bool {
	return u.IsText() && u != AsNote && u != AsAbbreviation && u != AsTerm
}

// Used says what a value is to the reader.
func Used(use Use) Trait { return func(s *Shape) { s.Use = use } }

// The texts of a plan, by their use.
var (
	Running      = With(Text, Used(AsRunning))
	Listed       = With(Text, Used(AsListed))
	Heading      = With(Text, Used(AsHeading))
	Label        = With(Text, Used(AsLabel))
	Note         = With(Text, Used(AsNote))
	Abbreviation = With(Text, Used(AsAbbreviation))
	Name         = With(Text, Used(AsName))
	Remark       = With(Text, Used(AsRemark))
	Term         = With(Text, Used(AsTerm))
	Code         = With(Text, Used(AsCode))
)

// Reference is the id of another element.
var Reference = With(scalar("an id", "lower-case letters, digits, - and _, beginning with a letter", func(n source.Node) (string, *fault) {
	if ids := strings.Fields(n.Text()); len(ids) > 1 && areIDs(ids) {
		return "", wrong(BadID, fmt.Sprintf("%q is several ids without commas", clip(n.Text())), "write "+strings.Join(ids, ", "))
	}
	return idOf(n)
}), Written(idPattern), Used(AsReference))

func areIDs(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !IsID(w) })
}

// Identifying says that a value stands for the id where an element has none: the title
// of a post, the currency of a rate.
func Identifying(s *Shape) { s.Identifies = true }

// Space says that elements of a type share one space of names throughout the plan: a line
// is called budget/travel in whatever group it stands.
func Space(name string) Trait { return func(s *Shape) { s.Space = name } }

// To says in which spaces of names a reference may name something: facts, or mandate and
// priorities. A reference that says none may name anything of the plan.
//
// A star stands for an id of the path of what the reference stands in: tables/*/columns names a
// column of the same table.
func To(spaces ...string) Trait { return func(s *Shape) { s.To = spaces } }

// Spaces returns the spaces of names that a reference at a path of the plan may name something of.
func (s *Shape) Spaces(path string) []string {
	if !slices.ContainsFunc(s.To, func(to string) bool { return strings.Contains(to, "*") }) {
		return s.To
	}
	around := strings.Split(path, "/")
	out := make([]string, len(s.To))
	for i, to := range s.To {
		parts := strings.Split(to, "/")
		for k := range parts {
			if parts[k] == "*" && k < len(around) {
				parts[k] = around[k]
			}
		}
		out[i] = strings.Join(parts, "/")
	}
	return out
}

// Also says which words may stand instead of the id of a reference, such as total.
func Also(words ...string) Trait { return func(s *Shape) { s.Also = words } }

// Except says that a reference may not name what has a key: money is booked on no sum.
func Except(key string) Trait { return func(s *Shape) { s.Except = key } }

// Inner says that the items of a list are named right below the element that holds
// the list: priorities/clearance/visits.
func Inner(s *Shape) { s.Inner = true }

// Thing says that findings on a group's values name the group and not the key, as they
// do for the items of lists: document.
func Thing(s *Shape) { s.Thing = true }

// Part says that findings on an item's values name the element that holds the list: a
// post belongs to its line.
func Part(s *Shape) { s.Part = true }

// Printed says in which order the document prints the values of a group, where that is
// not the order of the language. Keys that are not named follow in the language's order.
func Printed(keys ...string) Trait { return func(s *Shape) { s.Printed = keys } }
