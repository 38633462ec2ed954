package cli

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/review"
	"github.com/isuplan/isuplan/pkg/source"
)

// reviewer is the review command and its flags.
type reviewer struct {
	settings
	list   bool
	notes  bool
	format string
}

func (a *app) reviewCommand() *cobra.Command {
	r := &reviewer{settings: newSettings(a)}
	cmd := &cobra.Command{
		Use:   "review [PLAN]",
		Short: "Go through what waits for a person",
		Long: `Show one after the other what waits for a person: comments that begin with
"review:", errors and warnings that nobody waived, stale facts. Each is shown with its
reason, the text that it is about and the paragraph of the document. Say that it is done
(the comment is taken out), take the fix, type other words, or skip it.

The plan is written when all were seen or you quit; comments and form stay.
--list prints what waits, for scripts, with exit code 1 if there is anything.`,
		Example: `  isuplan review plans/2018.yaml
  isuplan review plans/2018.yaml --list`,
		Args: oneName,
		RunE: func(cmd *cobra.Command, args []string) error { return r.run(cmd.Context(), args) },
	}
	cmd.Flags().BoolVar(&r.list, "list", false, "print what waits, and ask nothing")
	cmd.Flags().BoolVar(&r.notes, "notes", false, "notes of check too, not only errors and warnings")
	cmd.Flags().StringVar(&r.format, "format", "text", "how to write the list: "+strings.Join(reviewFormats, ", "))
	r.templateFlag(cmd)
	a.completeFlag(cmd, "format", words(reviewFormats))
	return cmd
}

var reviewFormats = []string{"text", "json"}

func (r *reviewer) run(ctx context.Context, args []string) error {
	if r.format != "text" && r.format != "json" {
		return troublef("there is no format %q; review writes %s%s", r.format, strings.Join(reviewFormats, ", "), didYouMean(r.format, reviewFormats))
	}
	file, err := r.app.chosenOne(args, false)
	if err != nil {
		return err
	}
	items, err := r.waiting(ctx, file)
	if err != nil {
		return err
	}
	if r.list || r.format == "json" {
		return r.write(file, items)
	}
	if len(items) == 0 {
		r.app.say("nothing in %s waits for a person", report.Clean(file.Name))
		return nil
	}
	in := terminalOf(r.app.stdin)
	if in == nil {
		return troublef("there is nobody to ask; say --list to see what waits")
	}
	return r.walk(ctx, file, bufio.NewScanner(in))
}

// waiting lists what of a plan waits for a person.
func (r *reviewer) waiting(ctx context.Context, file *source.File) ([]review.Item, error) {
	c, err := r.compiler()
	if err != nil {
		return nil, err
	}
	u, err := c.Compile(ctx, input(file))
	if err != nil {
		return nil, err
	}
	findings, err := u.Judge(ctx)
	if err != nil {
		return nil, err
	}
	least := diag.Warning
	if r.notes {
		least = diag.Note
	}
	return review.Of(u, findings, least), nil
}

// waitingJSON is one of what review --format json writes; docs/import.md describes it.
type waitingJSON struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Rule    string `json:"rule"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
	Place   string `json:"place,omitempty"`
	Text    string `json:"text,omitempty"`
	Fix     bool   `json:"fix"`
}

func (r *reviewer) write(file *source.File, items []review.Item) error {
	if len(items) > 0 {
		r.app.failed()
	}
	if r.format == "json" {
		out := []waitingJSON{}
		for i := range items {
			it := &items[i]
			out = append(out, waitingJSON{file.Name, it.Finding.Span.Start.Line, it.Finding.Rule.Name, it.Finding.Message, it.Finding.Hint, it.Place, it.Printed, len(it.Finding.Fix) > 0})
		}
		return r.app.writeJSON(out)
	}
	var b strings.Builder
	for i := range items {
		b.WriteString(report.Clean(headOf(&items[i])) + "\n")
	}
	_, err := r.app.stdout.Write([]byte(b.String()))
	return err
}

// headOf says in one line what waits and where.
func headOf(it *review.Item) string {
	s := it.Finding.Span.Start
	head := fmt.Sprintf("%s:%d: %s", it.Finding.Span.File.Name, s.Line, it.Finding.Message)
	if it.Place != "" {
		head += " (" + it.Place + ")"
	}
	return head
}

// walk goes through what waits. After each answer the plan is read again, so that what follows
// from it shows.
func (r *reviewer) walk(ctx context.Context, file *source.File, in *bufio.Scanner) error {
	now, seen := file, map[string]int{}
	done := 0
	for {
		items, err := r.waiting(ctx, now)
		if err != nil {
			return err
		}
		it, left := nextOf(items, seen)
		if it == nil {
			break
		}
		key := keyOf(it)
		edited, quit := r.answer(ctx, it, left, now, in)
		if edited != nil { // the next one that is alike stands in its place now
			now = edited
			done++
		} else {
			seen[key]++
		}
		if quit {
			break
		}
	}
	return r.finish(ctx, file, now, done)
}

// keyOf tells items apart from one reading of the plan to the next.
func keyOf(it *review.Item) string {
	return it.Finding.Rule.Code + "\x00" + it.Finding.Message + "\x00" + it.Node.Text()
}

// nextOf returns the first item that was not seen, and how many there are. Several may be alike:
// then as many as were seen are passed over.
func nextOf(items []review.Item, seen map[string]int) (next *review.Item, left int) {
	met := map[string]int{}
	for i := range items {
		key := keyOf(&items[i])
		if met[key]++; met[key] <= seen[key] {
			continue
		}
		if left++; next == nil {
			next = &items[i]
		}
	}
	return next, left
}

func (r *reviewer) finish(ctx context.Context, file, now *source.File, done int) error {
	if done == 0 {
		r.app.say("nothing was changed")
		return nil
	}
	if was, ok := canonical(file); ok && string(was.Bytes) == string(file.Bytes) {
		now, _ = canonical(now) // which it had before
	}
	if err := r.app.rewrite(ctx, []output{rewritten(file, now.Bytes)}); err != nil {
		return err
	}
	items, err := r.waiting(ctx, now)
	if err != nil {
		return err
	}
	r.app.say("%s: %d answered, %d wait", report.Clean(file.Name), done, len(items))
	return nil
}

// compiles reports whether an edited plan can still be read.
func (r *reviewer) compiles(ctx context.Context, file *source.File) bool {
	u, err := compile.New(compile.Options{}).Compute(ctx, input(file))
	return err == nil && u.Complete()
}
