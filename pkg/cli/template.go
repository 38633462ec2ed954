package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/templates"
)

func (a *app) templateCommand() *cobra.Command {
	var to *printed
	cmd := &cobra.Command{
		Use:   "template [NAME]",
		Short: "Print a template or a language that comes with isuplan, to make your own of it",
		Long: `Print a template (the document's skeleton) or a language file (its words) that
comes with isuplan. Without a name, list them. Save one, change it, and give it to
build with --template; a language file beside it is found by its name.`,
		Example: `  isuplan template un -o ours.yaml
  isuplan template en -o en.yaml
  isuplan build plans/2018.yaml --template ours.yaml -o out`,
		Args: oneName,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return append(compile.Templates(), compile.Languages()...), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				if to.path != "" || to.force {
					return misused(cmd, "-o and --force go with the name of a template or a language")
				}
				_, err := fmt.Fprintf(a.stdout, "templates: %s\nlanguages: %s\n", strings.Join(compile.Templates(), ", "), strings.Join(compile.Languages(), ", "))
				return err
			}
			for _, path := range []string{args[0] + ".yaml", "languages/" + args[0] + ".yaml"} {
				if text, err := templates.Files.ReadFile(path); err == nil {
					return a.print(cmd.Context(), to, text, is(text))
				}
			}
			return troublef("no template or language is called %q; there are %s", args[0],
				strings.Join(append(compile.Templates(), compile.Languages()...), ", "))
		},
	}
	to = printedFlags(cmd)
	return cmd
}
