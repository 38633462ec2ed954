package compare

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/textdiff"
)

// mostListed is how many lines of a bridge, and how many changes of one subject, are listed;
// the rest are counted. Nobody reads more, and the comparison in JSON has all.
const mostListed = 500

// mostWork is how much work may go into finding the words that changed, in bytes of the old
// text times those of the new; what comes after is shown as it was and as it is. Two years'
// plans take a fiftieth.
const mostWork = 1_000_000_000

// texts lists what changed, subject by subject, in the order of the plan.
func (c *comparison) texts() []document.Block {
	var blocks []document.Block
	for _, subject := range diff.Subjects() {
		var list document.List
		came := map[string][]*diff.Change{} // elements of no text of the document, by what happened
		var beyond counts
		for i := range c.r.Changes {
			change := &c.r.Changes[i]
			if change.Subject() != subject || !c.isListed(change) {
				continue
			}
			if subject == "waivers" && change.Kind&^(diff.Added|diff.Removed) == 0 && !c.all {
				name := change.Kind.Names()[0]
				came[name] = append(came[name], change)
				continue
			}
			if len(list.Items) == mostListed {
				beyond.add(diff.Noun(change.Element().Kind))
				continue
			}
			list.Items = append(list.Items, c.item(change))
		}
		if len(beyond.nouns) > 0 {
			list.Items = append(list.Items, document.Item{ID: "changes-beyond-" + subject, Text: document.Plain("… " + c.counted(&beyond))})
		}
		for _, name := range []string{"added", "removed"} {
			list.Items = append(list.Items, c.together(name, came[name])...)
		}
		if len(list.Items) > 0 {
			blocks = append(blocks, heading("changes-"+subject, language.Entry(c.forms.Subjects, subject)), list)
		}
	}
	return blocks
}

// counts counts things by their nouns, in the order in which they came.
type counts struct {
	nouns []string
	of    map[string]int
}

func (n *counts) add(noun string) {
	if n.of == nil {
		n.of = map[string]int{}
	}
	if n.of[noun] == 0 {
		n.nouns = append(n.nouns, noun)
	}
	n.of[noun]++
}

// counted says how many things of each noun there are.
func (c *comparison) counted(n *counts) string {
	parts := make([]string, len(n.nouns))
	for i, noun := range n.nouns {
		parts[i] = c.language.Count(n.of[noun], c.noun(noun).Count)
	}
	return strings.Join(parts, c.forms.Lists.Parts.Value)
}

// isListed reports whether a change is shown on its own: what merely rolled forward is
// counted, and the bridge shows the figures.
func (c *comparison) isListed(change *diff.Change) bool {
	return c.all || !change.IsTold() && !change.Follows() && !change.IsInTable()
}

// together names several things that were added, or dropped, in one item.
func (c *comparison) together(event string, changes []*diff.Change) []document.Item {
	const few = 2
	var items []document.Item
	var names []string
	for _, change := range changes {
		items = append(items, c.item(change))
		names = append(names, change.Element().Name)
	}
	if len(items) <= few {
		return items
	}
	title := capital(c.language.Count(len(items), c.noun(diff.Noun(changes[0].Element().Kind)).Count))
	return []document.Item{{ID: "change-waivers-" + event, Text: document.Text{{Text: title, Strong: true},
		{Text: c.behind(c.event(event)) + strings.Join(names, c.forms.Lists.Parts.Value)}}}}
}

// item is a change in words.
func (c *comparison) item(change *diff.Change) document.Item {
	text := document.Text{{Text: c.title(change), Strong: true}, {Text: " "}, {Text: strings.TrimPrefix(c.behind(c.happened(change)), " ")}}
	e := change.Element()
	switch {
	case change.Is(diff.Added):
		text = append(text, c.run(e.Content(), document.Inserted))
	case change.Is(diff.Removed):
		text = append(text, c.run(e.Content(), document.Deleted))
	default:
		details := c.details(change)
		if len(details) == 0 {
			details = document.Plain(e.Text())
		}
		text = append(text, details...)
		text = append(text, c.printing(change)...)
	}
	return document.Item{ID: "change-" + strings.ReplaceAll(e.Path(), "/", "-"), Text: text}
}

// behind is what stands between a thing and what changed of it: what happened to it.
func (c *comparison) behind(event string) string {
	return language.Fill(cmp.Or(c.forms.Lists.Event.Value, " ${event}: "), "event", event)
}

// printing names the texts that print a fact which changed.
func (c *comparison) printing(change *diff.Change) document.Text {
	const most = 6
	var names []string
	for _, e := range c.r.Printing(change) {
		if len(names) == most {
			names[most-1] = "…"
			break
		}
		names = append(names, cmp.Or(e.Path(), c.forms.Document.Value))
	}
	if len(names) == 0 {
		return nil
	}
	return document.Plain(language.Fill(c.forms.Printed.Value, "places", c.language.And(names)))
}

// title names what changed: by its number and id, as the document and the plan do.
func (c *comparison) title(change *diff.Change) string {
	e := change.Element()
	if e.Parent() == nil {
		return c.forms.Document.Value
	}
	number := change.To
	if change.New == nil {
		number = change.From
	}
	noun := diff.Noun(e.Kind)
	switch {
	case number != "":
		return c.noun(noun).Title.Value + " " + number + " (" + e.Name + ")"
	case noun == "indicator", noun == "milestone", noun == "risk":
		_, name, _ := strings.Cut(e.Path(), "/")
		return c.noun(noun).Title.Value + " " + name + called(change)
	case noun != "":
		return c.noun(noun).Title.Value + " " + strings.TrimPrefix(e.Path(), e.Kind+"/")
	}
	return e.Path()
}

// called is the text of what changed, behind its id: nobody knows an indicator by its id. Where the text is
// told all the same, it is not told twice.
func called(change *diff.Change) string {
	const most = 60
	text := []rune(change.Element().Text())
	if change.Is(diff.Added|diff.Removed) || change.Says(true) && change.Is(diff.Reworded) && len(change.Fields) == 1 || len(text) == 0 {
		return ""
	}
	if len(text) > most {
		text = append(text[:most], '…')
	}
	return " (" + string(text) + ")"
}

// noun returns what a kind of thing is called.
func (w *words) noun(id string) language.Noun {
	for _, n := range w.forms.Nouns {
		if n.Key.Value == id {
			return n.Value
		}
	}
	return language.Noun{}
}

// happened says in a word or several what happened.
func (c *comparison) happened(change *diff.Change) string {
	if change.Kind == diff.Renumbered {
		return c.event("renumbered", "number", change.From)
	}
	var events []string
	for _, name := range (change.Kind &^ (diff.Renumbered | diff.Changed)).Names() {
		if event := c.eventOf(change, name); event != "" {
			events = append(events, event)
		}
	}
	if change.ByText {
		events = append(events, c.event("by-text"))
	}
	if len(events) == 0 && change.Says(false) {
		events = append(events, c.event("changed"))
	}
	return strings.Join(events, c.forms.Lists.Separator.Value)
}

// event writes a form of what happened.
func (c *comparison) event(id string, pairs ...string) string {
	return language.Fill(language.Entry(c.forms.Happened, id), pairs...)
}

// eventOf words one kind of change; "" if another kind says it already.
func (c *comparison) eventOf(change *diff.Change, name string) string {
	switch {
	case name == "reworded" && !change.Says(true):
		return ""
	case name == "added" && change.Is(diff.Split):
		return c.event("split-off", "from", c.paths(change.With))
	case name == "removed" && change.Is(diff.Merged):
		return c.event("merged-into", "into", c.paths(change.With))
	case name == "split" && !change.Is(diff.Added):
		return c.event("split", "with", c.paths(change.With))
	case name == "merged" && !change.Is(diff.Removed):
		return c.event("merged", "with", c.paths(change.With))
	case name == "split", name == "merged":
		return ""
	case name == "moved":
		return c.moved(change)
	}
	return c.event(name)
}

func (c *comparison) moved(change *diff.Change) string {
	was := change.Old.Parent().Path()
	switch {
	case change.From != "" && change.From != change.To:
		return c.event("moved", "from", change.From)
	case was != change.New.Parent().Path() && was != "":
		return c.event("moved", "from", was)
	}
	return c.event("moved-place", "old", strconv.Itoa(change.Old.Index()+1), "new", strconv.Itoa(change.New.Index()+1))
}

func (c *comparison) paths(elements []*diff.Element) string {
	var list []string
	for _, e := range elements {
		list = append(list, e.Path())
	}
	return c.language.And(list)
}

// details shows the values that changed, one behind the other.
func (c *comparison) details(change *diff.Change) document.Text {
	var text document.Text
	for i := range change.Fields {
		f := &change.Fields[i]
		if f.IsTold() && !c.all {
			continue
		}
		if len(text) > 0 {
			text = append(text, document.Run{Text: c.forms.Lists.Parts.Value})
		}
		if name := f.Name(); name != "" {
			text = append(text, document.Run{Text: name + " "})
		}
		text = append(text, c.field(f)...)
	}
	return text
}

// field shows a value before and after.
func (c *comparison) field(f *diff.FieldChange) document.Text {
	if f.IsDate() {
		f = &diff.FieldChange{Old: c.day(f.Old), New: c.day(f.New)}
	}
	switch {
	case f.Old != "" && f.New != "" && f.IsText:
		return c.edited(f.Old, f.New)
	case f.Old != "" && f.New != "":
		return document.Text{c.run(f.Old, document.Deleted), {Text: " "}, c.run(f.New, document.Inserted)}
	case f.New != "":
		return document.Text{c.run(f.New, document.Inserted)}
	}
	return document.Text{c.run(f.Old, document.Deleted)}
}

// day writes a day as the language does; what is none stands as it was written.
func (c *comparison) day(written string) string {
	day, err := time.Parse(time.DateOnly, written)
	if err != nil {
		return written
	}
	return c.language.Day(day)
}

// edited is a text with what was put in and taken out.
func (w *words) edited(old, now string) document.Text {
	w.work += int64(len(old)) * int64(len(now))
	if w.work > mostWork {
		return document.Text{w.run(old, document.Deleted), {Text: " "}, w.run(now, document.Inserted)}
	}
	var t document.Text
	for _, p := range textdiff.Words(old, now) {
		if n := len(t); n > 0 && p.Op > 0 && t[n-1].Edit == document.Deleted && !strings.HasSuffix(t[n-1].Text, " ") {
			t = append(t, document.Run{Text: " "})
		}
		t = append(t, w.run(p.Text, map[int]document.Edit{-1: document.Deleted, 0: document.Kept, 1: document.Inserted}[p.Op]))
	}
	return t
}

// run is a text with what was done to it, which a listener is told in words.
func (w *words) run(text string, e document.Edit) document.Run {
	aloud := &w.language.Aloud
	form := map[document.Edit]string{document.Deleted: aloud.Deleted.Value, document.Inserted: aloud.Inserted.Value}[e]
	return document.Run{Text: text, Edit: e, Aloud: language.Fill(form, "text", strings.TrimSpace(text))}
}
