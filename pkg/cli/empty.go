package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// ownWords are the flags whose commands refuse an empty value in better words.
var ownWords = []string{"build --output", "budget --output", "check --template"}

// refuseEmpty refuses empty values of flags and empty arguments, whatever the command: most
// often a script's variable is not set, and --diff "$BASE" would check against nothing.
func refuseEmpty(cmd *cobra.Command, args []string) error {
	if cmd.DisableFlagParsing {
		return nil // a shell asks for completions of a word that has just begun
	}
	var of string
	cmd.Flags().Visit(func(f *pflag.Flag) {
		own := f.Value.String() == "" && slices.Contains(ownWords, cmd.Name()+" --"+f.Name)
		if of == "" && !own && slices.ContainsFunc(values(f), isBlank) {
			of = f.Name
		}
	})
	if of != "" {
		return misused(cmd, fmt.Sprintf("--%s has an empty value, as from a variable that is not set; give it one, or leave it out", of))
	}
	if cmd.Name() == "template" || !slices.ContainsFunc(args, isBlank) {
		return nil // template says what there is
	}
	if strings.Contains(cmd.Use, "PLAN") {
		return troublef(`one of the names is empty; name a plan file, or "-" for standard input`)
	}
	return misused(cmd, "one of the names is empty, as from a variable that is not set")
}

// values returns what a flag was given.
func values(f *pflag.Flag) []string {
	if list, ok := f.Value.(pflag.SliceValue); ok {
		return list.GetSlice()
	}
	return []string{f.Value.String()}
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }
