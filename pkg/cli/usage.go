package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/isuplan/isuplan/pkg/diag"
)

// misused is trouble with how a command was called; it points to the command's help.
func misused(cmd *cobra.Command, text string) error {
	see := "; see "
	if strings.HasSuffix(text, "?") {
		see = " See "
	}
	return troublef("%s%s%s --help", text, see, cmd.CommandPath())
}

// flagError says what is wrong with a flag without the words of the library.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var broken *pflag.InvalidSyntaxError
	text := "the flags cannot be read"
	switch {
	case errors.As(err, &unknown):
		text = unknownFlag(cmd, unknown)
	case errors.As(err, &bare):
		text = fmt.Sprintf("--%s needs a value", bare.GetFlag().Name)
	case errors.As(err, &invalid):
		text = invalidValue(invalid.GetFlag(), invalid.GetValue())
	case errors.As(err, &broken):
		text = fmt.Sprintf("%s is no flag", broken.GetSpecifiedFlag())
	}
	return misused(cmd, text)
}

// unknownFlag suggests a flag for one that the command does not have: for -force too.
func unknownFlag(cmd *cobra.Command, unknown *pflag.NotExistError) string {
	dashes, name, word := "--", unknown.GetSpecifiedName(), unknown.GetSpecifiedName()
	if short := unknown.GetSpecifiedShortnames(); short != "" {
		dashes, word = "-", short
	}
	text := "there is no flag " + dashes + name
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if best := diag.Suggest(word, names); best != "" {
		text += "; did you mean --" + best + "?"
	}
	return text
}

func invalidValue(flag *pflag.Flag, value string) string {
	switch flag.Value.Type() {
	case "bool":
		return fmt.Sprintf("--%s takes no value such as %q", flag.Name, value)
	case "stringSlice":
		return fmt.Sprintf("--%s takes names with commas between them, not %q", flag.Name, value)
	}
	return fmt.Sprintf("--%s cannot be %q", flag.Name, value)
}

// noArguments is for commands that take none.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misused(cmd, fmt.Sprintf("%s takes no argument such as %q", cmd.Name(), args[0]))
	}
	return nil
}

// oneName is for commands that take one name or none.
func oneName(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return misused(cmd, fmt.Sprintf("%s takes one name, not %s", cmd.Name(), strings.Join(args, " and ")))
	}
	return nil
}

// onlyCommands is for commands that are there to hold others.
func onlyCommands(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	path := strings.TrimPrefix(cmd.CommandPath()+" "+args[0], cmd.Root().Name()+" ")
	return misused(cmd, fmt.Sprintf("there is no command %q%s", path, didYouMean(args[0], names)))
}

// completionCommand makes the library's command for shells as strict as the others.
func completionCommand(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() != "completion" {
			continue
		}
		cmd.Args = onlyCommands
		cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		for _, shell := range cmd.Commands() {
			shell.Args = noArguments
		}
	}
}
