package cli

import (
	"bytes"
	"context"
	"path/filepath"

	"github.com/spf13/cobra"
)

// printed says where a text goes that a command prints. To save it, -o is better than the
// shell's >, which in PowerShell writes another encoding, and leaves half a file where the
// command fails.
type printed struct {
	path  string
	force bool
}

// printedFlags adds the flags for the file to a command.
func printedFlags(cmd *cobra.Command) *printed {
	p := &printed{}
	cmd.Flags().StringVarP(&p.path, "output", "o", "", "write to a `FILE`, whole or not at all, in place of standard output")
	cmd.Flags().BoolVar(&p.force, "force", false, "with -o: replace a file that isuplan did not make")
	return p
}

// print writes a text to its file or to standard output. ours reports whether a file that
// is there was made by the command, which alone does not mean that nobody changed it.
func (a *app) print(ctx context.Context, p *printed, text []byte, ours func(existing []byte) bool) error {
	switch {
	case p.force && p.path == "":
		return troublef("--force goes with -o")
	case p.path == "" || p.path == "-":
		_, err := a.stdout.Write(text)
		return err
	}
	made := []output{{path: p.path, bytes: text, ours: ours}}
	if err := a.writeAll(ctx, filepath.Dir(p.path), made, p.force); err != nil {
		return err
	}
	return a.list(made)
}

// is reports whether a file is there already as it would be written.
func is(text []byte) func(existing []byte) bool {
	return func(existing []byte) bool { return bytes.Equal(existing, text) }
}
