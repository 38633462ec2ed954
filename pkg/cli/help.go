package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/isuplan/isuplan/pkg/manual"
)

// rulesName is the page that the rules make, and no file is.
const rulesName = "rules"

// helpCommand explains a command, or prints a page of docs. Where both have a name, it is the
// command's, whose help says how the page is called.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND|PAGE]",
		Short: "Explain a command, or print a page of the documentation",
		Long: `Explain a command, or print a page of the documentation, by its name; language is
short for plan-language. Where a command and a page have the same name, the page is
NAME.md. Without a name, list the commands and the pages.`,
		Example: `  isuplan help check
  isuplan help language
  isuplan help diff.md`,
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			return helpNames(cmd.Root()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.helpAll(cmd.Root())
			}
			about, rest, err := cmd.Root().Find(args)
			if err == nil && len(rest) == 0 {
				about.InitDefaultHelpFlag()
				return about.Help()
			}
			if len(args) > 1 {
				return onlyCommands(about, rest)
			}
			return a.helpPage(cmd.Context(), cmd.Root(), args[0])
		},
	}
}

// helpAll lists the commands and the pages.
func (a *app) helpAll(root *cobra.Command) error {
	if err := root.Help(); err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, "\nPages:")
	for _, name := range pageNames() {
		title := "The rules of check"
		if page, ok := manual.Named(name); ok {
			title = page.Title
		}
		if _, err := fmt.Fprintf(a.stdout, "  %-15s %s\n", asked(root, name), title); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(a.stdout, "\nUse \"isuplan help NAME\" for one of them.")
	return err
}

// pageNames returns the names of all pages, in the order of the alphabet.
func pageNames() []string {
	names := append(manual.Names(), rulesName)
	slices.Sort(names)
	return names
}

// asked returns how help is asked for a page: by its name, unless a command is called so.
func asked(root *cobra.Command, name string) string {
	if slices.Contains(commandNames(root), name) {
		return name + ".md"
	}
	return name
}

func commandNames(root *cobra.Command) (names []string) {
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// helpNames returns what help can be asked for.
func helpNames(root *cobra.Command) []string {
	names := append(commandNames(root), "language")
	for _, name := range pageNames() {
		names = append(names, asked(root, name))
	}
	return names
}

// helpPage prints a page.
func (a *app) helpPage(ctx context.Context, root *cobra.Command, name string) error {
	page, ok := manual.Named(name)
	if name == rulesName+".md" {
		text, err := rulesText(ctx)
		if err != nil {
			return err
		}
		page, ok = manual.Read(rulesName, text), true
	}
	if !ok {
		return troublef("there is no command and no page %q%s", name, seeHelp(didYouMean(strings.TrimSuffix(name, ".md"), helpNames(root))))
	}
	return page.Text(a.stdout, manual.Screen{Width: a.columns(80), Color: a.color(a.stdout)})
}

// rulesText returns the page of the rules.
func rulesText(ctx context.Context) (string, error) {
	var text strings.Builder
	err := rulesPage(ctx, &text)
	return text.String(), err
}

func seeHelp(meant string) string {
	if meant == "" {
		return "; see isuplan help"
	}
	return meant + " See isuplan help"
}

// columns returns how wide lines of prose are: as the terminal, but no wider than one reads
// with ease; usual where there is no terminal.
func (a *app) columns(usual int) int {
	const most = 100
	if f := terminalOf(a.stdout); f != nil {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return min(width, most)
		}
	}
	return usual
}

// printHelp prints to standard output, which remembers whether it could be written.
func printHelp(cmd *cobra.Command, _ []string) {
	text := strings.TrimSpace(cmp.Or(cmd.Long, cmd.Short)) + "\n\n" + cmd.UsageString()
	if more := morePages(cmd); len(more) > 0 {
		text += "\nMore: isuplan help " + strings.Join(more, ", isuplan help ") + "\n"
	}
	_, _ = io.WriteString(cmd.OutOrStdout(), text)
}

// morePages returns how help is asked for the pages about a command: those that have its name
// in theirs.
func morePages(cmd *cobra.Command) (list []string) {
	if cmd.Parent() != cmd.Root() {
		return nil
	}
	for _, name := range pageNames() {
		if name == cmd.Name() || name == cmd.Name()+"s" || strings.HasPrefix(name, cmd.Name()+"-") {
			list = append(list, asked(cmd.Root(), name))
		}
	}
	return list
}
