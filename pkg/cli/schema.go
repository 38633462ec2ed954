package cli

import (
	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/plan"
)

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the plan language, for editors",
		Long: `Print the JSON Schema of the plan language. An editor that knows it completes and
explains the keys of a plan and marks mistakes in its form as they are typed;
docs/editors.md says how. Whether the figures and the text are right is for check.`,
		Example: `  isuplan schema > plan.schema.json`,
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			text, err := plan.JSONSchema()
			if err != nil {
				return err
			}
			_, err = a.stdout.Write(text)
			return err
		},
	}
}
