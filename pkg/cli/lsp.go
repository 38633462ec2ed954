package cli

import (
	"io/fs"
	"slices"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/lsp"
)

func (a *app) lspCommand() *cobra.Command {
	s := newSettings(a)
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Serve an editor: findings, completion, hover, rename",
		Long: `Talk to an editor on standard input and output in the language server protocol
(version 3.17), for plans, templates and language files. An editor starts it by
itself; docs/editors.md says how for VS Code, Neovim, Helix, Emacs and JetBrains.

It shows the findings of isuplan check while you type, completes keys, ids and
references with what each prints, says how a figure came about, and renames an id
wherever it stands. It writes no file: every change is the editor's.

Exit code 0: the editor ended it in order. 1: the editor went away.`,
		Example: `  isuplan lsp`,
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := s.compiler()
			if err != nil {
				return err
			}
			if !s.isFile() && !slices.Contains(compile.Templates(), s.template) {
				return &compile.NoTemplateError{Name: s.template} // said now, and not with the first plan
			}
			longLived()
			orderly, err := lsp.Serve(cmd.Context(), a.stdin, a.stdout.raw(), lsp.Options{Compiler: c, URL: projectURL,
				Folder: func(dir string) fs.FS { return folder(dir) }})
			if err == nil && !orderly {
				a.failed()
			}
			return err
		},
	}
	cmd.Flags().Bool("stdio", false, "talk on standard input and output; it always does")
	s.templateFlag(cmd)
	return cmd
}
