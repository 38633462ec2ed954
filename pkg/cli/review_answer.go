package cli

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/review"
	"github.com/isuplan/isuplan/pkg/source"
)

// answer shows an item and does what a person says. It returns the plan as it is then, nil
// where it is as before.
func (r *reviewer) answer(ctx context.Context, it *review.Item, left int, now *source.File, in *bufio.Scanner) (edited *source.File, quit bool) {
	r.show(it, left)
	for {
		_, _ = fmt.Fprint(r.app.stderr, choicesOf(it)) // who is asked sees it or not
		if !in.Scan() {
			return nil, true
		}
		switch strings.ToLower(strings.TrimSpace(in.Text())) {
		case "q", "quit":
			return nil, true
		case "s", "skip", "":
			return nil, false
		case "d", "done":
			if it.IsMark() {
				return r.edited(now, review.Done(it)), false
			}
		case "f", "fix":
			if len(it.Finding.Fix) > 0 {
				return r.edited(now, it.Finding.Fix), false
			}
		case "e", "edit":
			if it.Node.IsZero() {
				break
			}
			_, _ = fmt.Fprint(r.app.stderr, "  the new text, or OLD => NEW to change a part of it: ")
			if !in.Scan() {
				return nil, true
			}
			if words := strings.TrimSpace(in.Text()); words != "" {
				if edited := r.reworded(ctx, now, it, words); edited != nil {
					return edited, false
				}
			}
		}
	}
}

// show prints what waits, why, and the text.
func (r *reviewer) show(it *review.Item, left int) {
	r.app.line("")
	r.app.line("%d left: %s", left, headOf(it))
	if it.Finding.Hint != "" {
		r.app.line("  %s", it.Finding.Hint)
	}
	switch {
	case it.Printed != "":
		r.app.line("  > %s", it.Printed)
	case !it.Node.IsZero():
		r.app.line("  > %s", strings.Join(strings.Fields(it.Node.Text()), " "))
	}
}

// choicesOf says what may be answered.
func choicesOf(it *review.Item) string {
	var list []string
	if it.IsMark() {
		list = append(list, "d done")
	}
	if len(it.Finding.Fix) > 0 {
		list = append(list, "f fix")
	}
	if !it.Node.IsZero() {
		list = append(list, "e edit")
	}
	return "  " + strings.Join(append(list, "s skip", "q quit"), ", ") + ": "
}

// reworded gives the item's text other words; its comment goes with it.
func (r *reviewer) reworded(ctx context.Context, now *source.File, it *review.Item, words string) *source.File {
	edits := review.Reword(it, words)
	if old, part, ok := strings.Cut(words, " => "); ok {
		if edits = review.Replace(it, old, part); edits == nil {
			r.app.line("  “%s” does not stand in the text, or more than once", strings.TrimSpace(old))
			return nil
		}
	}
	edited := r.edited(now, append(review.Done(it), edits...))
	if edited != nil && !r.compiles(ctx, edited) && r.compiles(ctx, now) {
		r.app.line("  with these words the plan cannot be read; it stays as it was")
		return nil
	}
	return edited
}

// edited applies edits; where they cannot be made the plan stays as it is, which is said.
func (r *reviewer) edited(now *source.File, edits []diag.Edit) *source.File {
	edited, err := edit.Applied(now, edits)
	if err != nil {
		r.app.line("  this cannot be changed here: %s", err)
		return nil
	}
	return edited
}
