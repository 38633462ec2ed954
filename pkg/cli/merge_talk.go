package cli

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/report"
)

// tell says what became of the changes of a file.
func (h *homer) tell(one *homed) {
	m := one.merged
	if len(m.Outcomes) == 0 {
		h.app.say("%s says what the plan builds: nothing to merge", one.name)
		return
	}
	for i := range m.Outcomes {
		o := &m.Outcomes[i]
		verb := "taken"
		if !o.Taken {
			verb = "left"
		}
		h.app.say("%s: %s: %s; %s", one.name, verb, described(&o.Change), o.Says)
	}
	agreed := ""
	if m.Same > 0 {
		agreed = fmt.Sprintf("; %d passages agreed before", m.Same)
	}
	h.app.say("%s: %s taken, %d left%s", one.name, count(len(m.Outcomes)-m.Left(), "change"), m.Left(), agreed)
}

// described is a change in one line.
func described(c *merge.Change) string {
	text := c.Place + inPlan(c.At) + ": "
	switch {
	case c.Kind == merge.Moved:
		text += fmt.Sprintf("“%s” was moved %s", clipped(c.Old), c.New)
	case c.Kind == merge.Comment:
		text += fmt.Sprintf("comment “%s”", clipped(c.New))
	case c.Old == "":
		text += fmt.Sprintf("“%s” was added", clipped(c.New))
	case c.New == "":
		text += fmt.Sprintf("“%s” was taken out", clipped(c.Old))
	default:
		text += fmt.Sprintf("“%s” became “%s”", clipped(c.Old), clipped(c.New))
	}
	if c.Theirs != "" {
		text += fmt.Sprintf(", and the plan says “%s” now", clipped(c.Theirs))
	}
	if who := handsOf(c.By); who != "" {
		text += " (" + who + ")"
	}
	return text
}

// handsOf says who made a change.
func handsOf(by []merge.Hand) string {
	var list []string
	for _, b := range by {
		if who := b.String(); who != "" {
			list = append(list, who)
		}
	}
	return strings.Join(list, "; ")
}

// asker asks a person on a terminal about one change after the other.
func (h *homer) asker(in *os.File) merge.Chooser {
	scanner := bufio.NewScanner(in)
	return func(c *merge.Comparison) (chosen []merge.Choice, err error) {
		all := false
		for i := range c.Changes {
			change := &c.Changes[i]
			if len(change.Offers) == 0 {
				if change.Left != "" {
					h.show(change, i+1, len(c.Changes))
				}
				continue
			}
			if all && change.Theirs == "" {
				chosen = append(chosen, merge.Choice{Change: i})
				continue
			}
			h.show(change, i+1, len(c.Changes))
			answer, err := h.answerFor(scanner, c, i)
			switch {
			case err != nil:
				return nil, err
			case answer == quits:
				return chosen, nil
			case answer == takesAll:
				all = true
				chosen = append(chosen, merge.Choice{Change: i})
			case answer >= 0:
				chosen = append(chosen, merge.Choice{Change: i, Offer: answer})
			}
		}
		return chosen, nil
	}
}

// What may be answered besides the number of an offer.
const (
	leaves = -1 - iota
	takesAll
	quits
)

// show prints a change: old and new, who and when, and what is offered.
func (h *homer) show(c *merge.Change, n, of int) {
	line := h.app.line
	line("")
	head := fmt.Sprintf("%d of %d: %s, %s%s", n, of, c.Kind, c.Place, inPlan(c.At))
	if who := handsOf(c.By); who != "" {
		head += ", " + who
	}
	line("%s", head)
	if c.Old != "" {
		line("  - %s", c.Old)
	}
	if c.New != "" {
		line("  + %s", c.New)
	}
	if c.Around != "" {
		line("  in: %s", c.Around)
	}
	if c.Theirs != "" {
		line("  the plan says now: %s", c.Theirs)
	}
	if len(c.Offers) == 0 {
		line("  left: %s", c.Left)
	}
	for i := range c.Offers {
		if len(c.Offers) > 1 {
			line("  %d: %s", i+1, c.Offers[i].Says)
		} else {
			line("  %s", c.Offers[i].Says)
		}
	}
}

// instead says in the place of what other words are written.
func instead(c *merge.Change) string {
	switch {
	case c.New != "":
		return " in the place of “" + report.Clean(clipped(c.New)) + "”"
	case c.Old != "":
		return " where “" + report.Clean(clipped(c.Old)) + "” was"
	}
	return ""
}

// answerFor asks what is to become of a change.
func (h *homer) answerFor(in *bufio.Scanner, c *merge.Comparison, i int) (int, error) {
	offers := len(c.Changes[i].Offers)
	for {
		numbers := ""
		if offers > 1 {
			numbers = fmt.Sprintf(", 1 to %d", offers)
		}
		fmt.Fprintf(h.app.stderr, "take, leave, edit, all, quit%s: ", numbers)
		if !in.Scan() {
			return 0, troublef("no answer; nothing was written")
		}
		switch answer := strings.ToLower(strings.TrimSpace(in.Text())); answer {
		case "t", "take":
			return 0, nil
		case "l", "leave":
			return leaves, nil
		case "a", "all":
			return takesAll, nil
		case "q", "quit":
			return quits, nil
		case "e", "edit":
			fmt.Fprintf(h.app.stderr, "  the words to write%s: ", instead(&c.Changes[i]))
			if !in.Scan() {
				return 0, troublef("no answer; nothing was written")
			}
			if at, ok := c.Edit(i, in.Text()); ok {
				return at, nil
			}
			fmt.Fprintln(h.app.stderr, "  this change has no words to edit")
		default:
			for n := range offers {
				if answer == fmt.Sprint(n+1) {
					return n, nil
				}
			}
		}
	}
}
