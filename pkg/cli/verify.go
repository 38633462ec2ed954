package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// verifier is the verify command and its flags.
type verifier struct {
	settings
	against string
	format  string
	sample  bool
	asBuilt bool
	unit    *compile.Unit // of the plan, as a draft
}

var verifyFormats = []string{"text", "json"}

func (a *app) verifyCommand() *cobra.Command {
	v := &verifier{settings: newSettings(a)}
	cmd := &cobra.Command{
		Use:   "verify FILE... [--against PLAN]",
		Short: "Prove that finished files say what the plan gives",
		Long: `Read finished files back, PDF, Word, HTML or Markdown, and hold every figure,
date, number and word in them against the plan. A file that was edited by hand afterwards,
or built from another version of the plan, is found out: what differs is named with
its page and place.

Exit code 0: the files agree with the plan. 1: one does not. 2: the tool could not
run.`,
		Example: `  isuplan verify out/2018.pdf --against plans/2018.yaml
  isuplan verify out/2018.pdf out/2018.md --against plans/2018.yaml
  isuplan verify signed.pdf --against plans/2018.yaml --format json`,
		RunE: func(cmd *cobra.Command, args []string) error { return v.run(cmd, args) },
	}
	cmd.Flags().StringVar(&v.against, "against", "", "the `PLAN` that the files were made of; where it is not given, the one that is here")
	cmd.Flags().BoolVar(&v.Annex, "annex", false, "the files were built with --annex")
	cmd.Flags().StringVar(&v.format, "format", "text", "how to write it: "+strings.Join(verifyFormats, ", "))
	cmd.Flags().BoolVar(&v.asBuilt, "as-built", false, "demand the very bytes that isuplan builds of the plan now")
	sampleFlag(cmd, &v.sample)
	v.templateFlag(cmd)
	a.completeFlag(cmd, "against", completePlans)
	a.completeFlag(cmd, "format", words(verifyFormats))
	return cmd
}

func (v *verifier) run(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return misused(cmd, "verify needs a finished file, such as out/2018.pdf")
	case v.format != "text" && v.format != "json":
		return troublef("there is no format %q; verify writes %s%s", v.format, strings.Join(verifyFormats, ", "), didYouMean(v.format, verifyFormats))
	}
	if v.against == "-" && slices.Contains(args, "-") {
		return troublef("standard input can be the file or the plan, not both")
	}
	plan, err := v.app.chosenOne(named(v.against), v.sample)
	if err != nil {
		return err
	}
	v.against = cmp.Or(v.against, plan.Name)
	against, check, err := v.plan(cmd.Context(), plan)
	if err != nil {
		return err
	}
	var all []verified
	for _, name := range args {
		one, err := v.one(cmd.Context(), name, plan, against)
		if err != nil {
			return err
		}
		one.name, one.demanded = shownName(name), v.asBuilt
		one.remark(check)
		one.annotations = merge.Annotations(v.unit, one.text)
		if !one.agrees() {
			v.app.failed()
			if !v.unit.Template.IsReport() && strings.HasSuffix(compile.NameOf(&source.File{Name: name}), "-report") {
				one.remarks = append(one.remarks, "it is called as a financial report is; if it is one, add --template report")
			}
		}
		all = append(all, one)
	}
	if v.format == "json" {
		return v.writeJSON(all, against.Plan)
	}
	return v.writeText(all)
}

// plan compiles the plan to the document that the files should say, and judges it.
func (v *verifier) plan(ctx context.Context, file *source.File) (against proof.Against, check string, err error) {
	c, err := v.asDraft(true).compiler() // this gives the word that marks the pages if the file is a draft
	if err != nil {
		return against, "", err
	}
	u, err := c.Compile(ctx, input(file))
	if err != nil {
		return against, "", err
	}
	findings, err := u.Judge(ctx)
	if err != nil {
		return against, "", err
	}
	if !u.Complete() {
		if err := v.app.talkFindings(findings); err != nil {
			return against, "", err
		}
		return against, "", troublef("nothing was verified: %s", report.Count(findings))
	}
	v.unit = u
	months := proof.Months{}
	for _, m := range slices.Concat(u.Language.Months, u.Language.Alone, u.Language.InMasthead().Months) {
		months[m.Value] = true
	}
	return proof.Against{Document: u.Document, Draft: u.Document.Meta.Draft, Months: months, Plan: file.SHA256(), File: file, Seal: readback.Seal(u.Seal(findings))}, report.Count(findings), nil
}

// asDraft returns the settings for drafts, or for final documents.
func (v *verifier) asDraft(draft bool) *settings {
	s := v.settings
	s.Draft = draft
	return &s
}

// readBack reads a finished file: its bytes, and its text. Where only the text cannot be read,
// there are bytes and an error.
func (a *app) readBack(name string) ([]byte, *readback.Text, error) {
	b, err := a.bytesOf(name)
	if err != nil {
		return nil, nil, err
	}
	text, err := readback.Read(b)
	if err != nil {
		return b, nil, troublef("cannot verify %s: %s", shownName(name), err)
	}
	return b, text, nil
}

// bytesOf reads a finished file, at most one byte more than one may have.
func (a *app) bytesOf(name string) ([]byte, error) {
	if name == "-" {
		return bytesFrom(a.stdin, name)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, troublef("cannot read %s: %s%s", name, reason(err), nearby(name, err))
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, troublef("cannot read %s: it is a folder; name a finished file, such as out/2018.pdf", name)
	}
	return bytesFrom(file, name)
}

func bytesFrom(from io.Reader, name string) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(from, readback.MaxBytes+1))
	if err != nil {
		return nil, troublef("cannot read %s: %s", shownName(name), reason(err))
	}
	return b, nil
}

// shownName is what messages call a file.
func shownName(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}

// verified is a file and what was found of it.
type verified struct {
	name    string
	text    *readback.Text
	result  proof.Result
	remarks []string
	asBuilt bool // byte for byte what isuplan builds
	// demanded says that it has to be.
	demanded bool
	// isComparable says that this version of isuplan should have built it, as it is.
	isComparable bool
	annotations  []merge.Annotation
}

// agrees reports whether a file says what the plan gives, and nothing else that a reader
// could see.
func (f *verified) agrees() bool {
	return len(f.result.Differences) == 0 && (f.asBuilt || !f.demanded)
}

// remark notes what is worth knowing but is no difference.
func (f *verified) remark(check string) {
	seal := f.text.Seal
	say := func(format string, args ...any) { f.remarks = append(f.remarks, fmt.Sprintf(format, args...)) }
	if seal.Plan == "" {
		say("the file does not say which plan it was made of")
	}
	if seal.Tool != "" && seal.Tool != compile.Program {
		say("the file was made by %s; this is %s", seal.Tool, compile.Program)
	}
	if seal.Check != "" && seal.Check != check {
		say("when the file was made, check said: %s; now it says: %s", seal.Check, check)
	}
	if f.result.Draft {
		say("the file is marked as a draft")
	}
	if f.text.Changes > 0 {
		say("there are tracked changes in the file, which are read as accepted")
	}
	if n := len(f.text.Pictures); n > 0 {
		say("there %s, which isuplan does not draw; look at what it shows and what it hides", pictures(f.text.Pictures))
	}
	f.remarks = append(f.remarks, f.text.Remarks...)
	if len(f.text.Signed) > 0 {
		say("there is a signature on %s; whose it is, and whether it holds, a program for signatures says", pagesOf(f.text.Signed))
	}
	if f.isComparable && f.agrees() {
		say("its text agrees, but it is not the file that isuplan built: it was changed since, or saved anew; look at its pages")
	}
	if n := len(f.text.Hidden); n > 0 && seal.Plan == "" {
		say("there is text on %s that cannot be seen; look at what the page shows in its place", pagesOf(f.text.Hidden))
	}
}

func pictures(pages []int) string {
	if len(pages) == 1 {
		return fmt.Sprintf("is a picture on page %d", pages[0])
	}
	return fmt.Sprintf("are pictures on %d pages, the first on page %d", len(pages), pages[0])
}

func pagesOf(pages []int) string {
	if len(pages) == 1 {
		return fmt.Sprintf("page %d", pages[0])
	}
	return fmt.Sprintf("%d pages, the first of which is page %d,", len(pages), pages[0])
}

func (v *verifier) writeText(all []verified) error {
	for i := range all {
		f := &all[i]
		for _, r := range f.remarks {
			v.app.say("%s: %s", f.name, r)
		}
		var b strings.Builder
		for i := range f.result.Differences {
			d := &f.result.Differences[i]
			name := f.name
			if where := d.Where(); where != "" {
				name += ": " + where
			}
			b.WriteString(report.Clean(name+": "+d.Message()+inPlan(d.At)) + "\n")
		}
		f.writeAnnotations(&b)
		b.WriteString(report.Clean(f.summary(shownName(v.against))) + "\n")
		if _, err := io.WriteString(v.app.stdout, b.String()); err != nil {
			return err
		}
	}
	return nil
}

// summary says in one line how it ended.
func (f *verified) summary(plan string) string {
	figures, words, sealed := f.counts()
	if f.demanded && !f.asBuilt {
		text := fmt.Sprintf("%s is not byte for byte what isuplan builds of %s", f.name, plan)
		if figures+words+sealed == 0 {
			return text + ", though its text agrees"
		}
		return text + fmt.Sprintf(": %s", count(figures+words+sealed, "difference"))
	}
	if figures+words+sealed == 0 {
		text := fmt.Sprintf("%s agrees with %s: %d figures, dates and numbers in %d passages", f.name, plan, f.result.Figures, f.result.Passages)
		if f.asBuilt {
			text += "; it is byte for byte what isuplan builds"
		}
		return text
	}
	if figures+words == 0 {
		return fmt.Sprintf("%s does not belong to %s, though its text agrees: %d figures, dates and numbers in %d passages", f.name, plan, f.result.Figures, f.result.Passages)
	}
	text := fmt.Sprintf("%s does not agree with %s: %s", f.name, plan, count(figures+words, "difference"))
	if figures > 0 {
		text += fmt.Sprintf(", %d of them in figures, dates or numbers", figures)
	}
	return text
}

func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

func (f *verified) counts() (figures, words, sealed int) {
	for i := range f.result.Differences {
		switch f.result.Differences[i].Kind {
		case proof.Figure:
			figures++
		case proof.Words:
			words++
		case proof.Sealed:
			sealed++
		}
	}
	return figures, words, sealed
}
