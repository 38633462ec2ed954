package cli

import (
	"context"
	_ "embed"
	"regexp"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// examplePlan is a plan in which no rule finds anything. The examples of rules are
// pieces of plans; what they leave out is taken from here.
//
//go:embed example.yaml
var examplePlan string

// exampleName is how findings about an example call it.
const exampleName = "plan.yaml"

// An example of a rule is shown without the marks around the span that it is about.
const openMark, closeMark = "«", "»"

var unmark = strings.NewReplacer(openMark, "", closeMark, "")

// example is a complete plan made of a rule's example.
type example struct {
	file     *source.File
	from, to int // the marked bytes; both 0 where nothing is marked
}

// newExample completes a piece of a plan.
func newExample(piece string) example {
	text := complete(piece)
	from := strings.Index(text, openMark)
	to := strings.Index(text, closeMark)
	if from < 0 || to < 0 {
		from, to = 0, len(openMark)
	}
	return example{source.NewFile(exampleName, []byte(unmark.Replace(text))), from, to - len(openMark)}
}

// runExample checks an example of a rule, with the other plans that the rule shows beside it.
func runExample(ctx context.Context, piece string, r diag.Rule) (example, []diag.Finding, error) {
	e := newExample(piece)
	var o compile.Options
	if r.Last != "" {
		o.Last = source.NewFile("last.yaml", []byte(complete(r.Last)))
	}
	if r.Frame != "" {
		o.Frame = source.NewFile("2025-2028.yaml", []byte(complete(r.Frame)))
	}
	findings, err := compile.New(o).Check(ctx, compile.Input{File: e.file})
	return e, findings, err
}

var (
	topKey = pattern.Lazy(`(?m)^[a-z_]+:`)
	subKey = pattern.Lazy(`(?m)^  [a-z_]+:`)
)

// complete adds to a piece of a plan the keys that it leaves out: at the top, and in
// the groups that it has.
func complete(piece string) string {
	if piece == "" || !topKey().MatchString(piece) {
		return piece // an example of a file that is no plan
	}
	own := blocks(topKey(), piece)
	var b strings.Builder
	for _, block := range blocks(topKey(), examplePlan) {
		if has(own, block.key) == "" {
			b.WriteString(block.text)
		}
	}
	for _, block := range own {
		b.WriteString(block.text)
		if !subKey().MatchString(block.text) {
			continue
		}
		inside := blocks(subKey(), block.text)
		for _, missing := range blocks(subKey(), has(blocks(topKey(), examplePlan), block.key)) {
			if has(inside, missing.key) == "" {
				b.WriteString(missing.text)
			}
		}
	}
	return b.String()
}

type block struct{ key, text string }

// blocks cuts a text where its keys begin.
func blocks(key *regexp.Regexp, text string) []block {
	var list []block
	starts := key.FindAllStringIndex(text, -1)
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		list = append(list, block{text[at[0]:at[1]], text[at[0]:end]})
	}
	return list
}

func has(list []block, key string) string {
	for _, b := range list {
		if b.key == key {
			return b.text
		}
	}
	return ""
}
