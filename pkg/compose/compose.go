package compose

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

// text is a text of the plan or the template, with the node that it was written in.
type text = source.At[string]

// composer turns prose into text: references become figures and words, markup
// becomes styles.
type composer struct {
	names    *refs.Names
	language *language.Language
	words    map[string]text
	local    map[string]text // names that only a block knows, such as number
	plan     *source.File
	document source.Span // where the plan says what the masthead prints
	findings diag.List
	composed map[string]document.Text // of names that stand for prose, so that each is composed once
	counted
}

// MaxText is how long a text may become when its references are filled in, in
// bytes; far above any paragraph, and a bound on what a small file can blow up to.
const MaxText = 100_000

// enoughFindings is how many findings of one document are looked into.
const enoughFindings = 500

// TooLong is reported for a text that references make longer than MaxText.
var TooLong = diag.Rule{Code: "F405", Name: "text-too-long", Since: "0.1", Severity: diag.Error, Title: "a text that references make too long",
	Why: "Facts that quote facts can blow a small file up to gigabytes."}

// gap is a name that has no value where a text needs one.
type gap struct {
	name string
	span source.Span
}

// text composes prose and reports names without a value.
func (c *composer) text(p text) document.Text {
	t, gaps := c.compose(p, nil)
	for _, g := range gaps {
		c.reportGap(g)
	}
	return t
}

func (c *composer) reportGap(g gap) {
	f := diag.Finding{Rule: refs.Unset, Span: g.span,
		Message: fmt.Sprintf("the plan gives `%s` no value, and the text needs it", g.name),
		Hint:    "add " + keyPath(g.name) + " to the plan"}
	if booking, ok := refs.Booking(g.name); ok {
		f.Hint = "no line is booked on anything of the kind: write `" + booking + "` at those that belong there"
	}
	if id, key, ok := refs.OfIndicator(g.name); ok {
		f.Hint = "write it under `" + key + "` of the indicator `" + id + "`"
	}
	if lack := c.names.FrameLack(g.name); lack != "" {
		f.Hint = lack
	}
	if g.span.File != c.plan {
		f.Related = []diag.Related{{Span: g.span, Note: "needed by this text of the template"}}
		f.Span = c.document
	}
	c.findings.Add(f)
}

// keyPath says where the key behind a name belongs: `name` under `document`, `meeting`.
func keyPath(name string) string {
	keys := strings.Split(name, ".")
	path := "`" + keys[len(keys)-1] + "`"
	if len(keys) > 1 {
		path += " under `" + strings.Join(keys[:len(keys)-1], "`, `") + "`"
	}
	return path
}

// optional composes prose; it is false where a name in it has no value.
func (c *composer) optional(p text) (document.Text, bool) {
	t, gaps := c.compose(p, nil)
	return t, len(gaps) == 0 && len(t) > 0
}

// with composes prose in which the given names, pairs of a name and its text,
// are known too.
func (c *composer) with(p text, pairs ...string) document.Text {
	known := map[string]text{}
	for i := 0; i+1 < len(pairs); i += 2 {
		known[pairs[i]] = text{Value: pairs[i+1], Node: p.Node}
	}
	return c.withTexts(p, known)
}

// withTexts does the same for texts of the plan, which know where they were written.
func (c *composer) withTexts(p text, known map[string]text) document.Text {
	c.local = known
	t := c.text(p)
	c.local = nil
	return t
}

// lines composes a text that may stand for several lines: one reference to a list.
func (c *composer) lines(p text) []document.Text {
	name, before, behind := soleReference(p.Value)
	if v, _ := c.names.Lookup(name); v.Kind == refs.Lines {
		var out []document.Text
		for _, line := range v.Lines {
			full := text{Value: before + line.Value + behind, Node: line.Node}
			out = append(out, c.text(full))
		}
		return out
	}
	if t, ok := c.optional(p); ok {
		return []document.Text{t}
	}
	return nil
}

// soleReference splits a text like **${name}** into its marks and its name.
func soleReference(s string) (name, before, behind string) {
	before, rest, ok := strings.Cut(s, "${")
	name, behind, closed := strings.Cut(rest, "}")
	if !ok || !closed || strings.Trim(before, "*_") != "" || strings.Trim(behind, "*_") != "" {
		return "", "", ""
	}
	return name, before, behind
}

// compose does the work; path holds the names being resolved, outermost first.
func (c *composer) compose(p text, path []string) (document.Text, []gap) {
	segments, faults := refs.Split(p.Node, p.Value)
	c.findings.Add(faults...)
	if len(segments) == 1 && !segments[0].IsRef() {
		return markup(squeeze(segments[0].Text), nil, p.Node, c.report), nil
	}
	var prose strings.Builder
	var slots []document.Text
	var gaps []gap
	for _, s := range segments {
		if !s.IsRef() {
			prose.WriteString(s.Text)
			continue
		}
		t, missing := c.resolve(p.Node, s, path)
		gaps = append(gaps, missing...)
		if strings.HasSuffix(s.Name, refs.InWords) && beginsSentence(prose.String(), len(path) > 0) {
			t = capital(t)
		}
		prose.WriteRune(firstSlot + rune(len(slots)))
		slots = append(slots, t)
	}
	length := prose.Len()
	for _, slot := range slots {
		for i := range slot {
			length += len(slot[i].Text)
		}
	}
	if length > MaxText {
		c.findings.Add(diag.Finding{Rule: TooLong, Span: p.Node.Span(),
			Message: fmt.Sprintf("with its references filled in, this text has more than %d characters", MaxText),
			Hint:    "quote less in one text"})
		return nil, gaps
	}
	return markup(squeeze(prose.String()), slots, p.Node, c.report), gaps
}

// once composes the prose that a name stands for, or takes it from before. Prose
// that holds names which only a block knows is composed anew each time.
func (c *composer) once(name string, p text, path []string) (document.Text, []gap) {
	if t, ok := c.composed[name]; ok && c.local == nil {
		return t, nil
	}
	t, gaps := c.compose(p, append(path, name))
	if c.local == nil && len(gaps) == 0 {
		if c.composed == nil {
			c.composed = map[string]document.Text{}
		}
		c.composed[name] = t
	}
	return t, gaps
}

func (c *composer) report(f diag.Finding) { c.findings.Add(f) }

// resolve returns what a reference stands for.
func (c *composer) resolve(node source.Node, s refs.Segment, path []string) (document.Text, []gap) {
	at := func() source.Span { return node.Part(s.From, s.To) }
	if value, ok := c.local[s.Name]; ok {
		return document.Text{{Text: value.Value, Origin: value.Node}}, nil
	}
	if slices.Contains(path, s.Name) {
		c.findings.Add(diag.Finding{Rule: refs.Loop, Span: at(),
			Message: fmt.Sprintf("`%s` leads back to itself", s.Name), Hint: "write the text out in one of the places"})
		return nil, nil
	}
	if id, ok := strings.CutPrefix(s.Name, "words."); ok {
		if word, known := c.words[id]; known {
			return c.once(s.Name, word, path)
		}
	}
	value, known := c.names.Lookup(s.Name)
	switch {
	case !known && c.findings.Len() > enoughFindings:
		return nil, nil // nobody reads on, and each would cost a search for a suggestion
	case !known:
		c.findings.Add(diag.Finding{Rule: refs.Unknown, Span: at(),
			Message: fmt.Sprintf("nothing is called `%s`", s.Name), Hint: c.suggest(s.Name)})
		return nil, nil
	case value.Kind == refs.Nothing:
		return nil, []gap{{s.Name, at()}}
	case value.Kind == refs.Words:
		return c.once(s.Name, value.Prose, path)
	case value.Kind == refs.Lines:
		return c.joined(value, append(path, s.Name))
	case value.Kind == refs.Yearly:
		return c.yearly(value, append(path, s.Name))
	case value.Kind == refs.Numbered:
		return c.number(s.Name, value.Path, at(), node), nil
	case value.Kind == refs.Differing:
		c.differs(s.Name, at(), value)
		return nil, nil
	}
	return document.Text{{Text: format(c.language, value), Keep: !value.InWords && value.Kind != refs.Verbatim, Name: s.Name, Origin: node}}, nil
}

// joined puts the lines of a list after one another.
func (c *composer) joined(v refs.Value, path []string) (document.Text, []gap) {
	var out document.Text
	var gaps []gap
	for i, line := range v.Lines {
		if i > 0 {
			out = append(out, document.Run{Text: ", "})
		}
		t, missing := c.compose(line, path)
		out, gaps = append(out, t...), append(gaps, missing...)
	}
	return out, gaps
}

func (c *composer) suggest(name string) string {
	all := c.names.All()
	if strings.HasPrefix(name, "words.") {
		all = nil
		for id := range c.words {
			all = append(all, "words."+id)
		}
		slices.Sort(all)
	}
	if counted, form, ok := strings.Cut(name, "|"); ok {
		switch v, known := c.names.Lookup(counted); {
		case known && v.Kind != refs.Number:
			return "only a count can be printed in words; write `${" + counted + "}`"
		case known:
			return "`|words` is all that can stand behind a name, not `|" + form + "`: write `${" + counted + refs.InWords + "}`"
		}
	}
	if lack := c.names.FrameLack(name); lack != "" {
		return lack
	}
	if best := diag.Suggest(name, all); best != "" {
		return "did you mean `${" + best + "}`?"
	}
	// Names of the same family help more than all names.
	family, _, _ := strings.Cut(name, ".")
	var near []string
	for _, n := range all {
		if strings.HasPrefix(n, family+".") {
			near = append(near, n)
		}
	}
	if len(near) == 0 {
		if booking, ok := refs.Booking(name); ok {
			return "it has a cost where a line belongs to it: write `" + booking + "` there"
		}
		return otherFamilies(name, all)
	}
	return diag.DidYouMean(name, near)
}
