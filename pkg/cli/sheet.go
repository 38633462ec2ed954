package cli

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/sheet"
)

// sheetOutput says in which format a sheet is written, and where to.
type sheetOutput struct {
	format, path string
	force        bool
	// formatGiven and toFile say that the user named a format and a file.
	formatGiven, toFile func() bool
}

// sheetFlags adds the flags for the format and the file to a command.
func (a *app) sheetFlags(cmd *cobra.Command) *sheetOutput {
	to := &sheetOutput{
		formatGiven: func() bool { return cmd.Flags().Changed("format") },
		toFile:      func() bool { return cmd.Flags().Changed("output") },
	}
	cmd.Flags().StringVar(&to.format, "format", sheet.DefaultFormat, "the format: "+strings.Join(sheetNames(), ", "))
	cmd.Flags().StringVarP(&to.path, "output", "o", "", "the file to write, whole or not at all, in place of standard output")
	cmd.Flags().BoolVar(&to.force, "force", false, "with -o: replace a file that isuplan did not make")
	a.completeFlag(cmd, "format", words(sheetNames()))
	return to
}

func sheetNames() []string {
	var names []string
	for _, f := range sheet.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// sheetHelp lists the formats for the help text.
func sheetHelp() string {
	text := ""
	for _, f := range sheet.Formats() {
		text += fmt.Sprintf("  %-9s %s\n", f.Name, f.Title)
	}
	return text
}

// check returns the format, and refuses flags that do not go together.
func (to *sheetOutput) check(trace bool) (sheet.Format, error) {
	format, err := formatOf(to.format, "isuplan writes", sheetNames(), sheet.FormatNamed)
	if err != nil {
		return format, err
	}
	if ext := filepath.Ext(to.path); ext != "" && !to.formatGiven() {
		if by := slices.IndexFunc(sheet.Formats(), func(f sheet.Format) bool { return f.Ext == ext }); by >= 0 {
			format = sheet.Formats()[by]
		}
	}
	switch {
	case trace && (to.path != "" || to.formatGiven()):
		return format, troublef("--trace prints text; it goes neither with --format nor with -o")
	case to.path == "" && to.toFile():
		return format, troublef("the file to write has no name; write it after -o, such as -o budget%s", format.Ext)
	case to.force && to.path == "":
		return format, troublef("--force goes with -o")
	case format.Binary && to.path == "":
		return format, troublef("%s is no text to be printed; name a file for it with -o, such as -o budget%s", format.Name, format.Ext)
	}
	return format, nil
}

// writeSheet writes a sheet to its file or to standard output.
func (a *app) writeSheet(ctx context.Context, s sheet.Sheet, f sheet.Format, to *sheetOutput) error {
	if to.path == "" {
		if err := f.Write(s, a.stdout.as(f.Name, f.Binary), a.color(a.stdout)); err != nil {
			return troublef("cannot write the budget: %s", reason(err))
		}
		return nil
	}
	if a.code != ExitClean {
		a.say("nothing was written: the budget has errors")
		return nil
	}
	var file bytes.Buffer
	if err := f.Write(s, &file, false); err != nil {
		return troublef("cannot make the %s of the budget: %v", f.Name, err)
	}
	made := output{path: to.path, bytes: file.Bytes(), ours: f.Ours}
	if f.Seal != nil {
		made.bytes = f.Seal(made.bytes)
	}
	if err := a.writeAll(ctx, filepath.Dir(to.path), []output{made}, to.force); err != nil {
		return err
	}
	return a.list([]output{made})
}
