package cli

import "github.com/spf13/cobra"

// completing reports whether a shell asks for completions. The flags' own are registered
// only then: the library keeps them, and the flags that they belong to, for ever.
func completing(args []string) bool {
	return len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd)
}

// completeFlag says what may stand behind a flag.
func (a *app) completeFlag(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if a.completing {
		_ = cmd.RegisterFlagCompletionFunc(flag, f)
	}
}

// words completes one of a few words.
func words(list []string) cobra.CompletionFunc {
	return cobra.FixedCompletions(list, cobra.ShellCompDirectiveNoFileComp)
}

func completePlans(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
}
