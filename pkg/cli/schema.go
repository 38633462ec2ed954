package cli

import (
	"bytes"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/plan"
)

func (a *app) schemaCommand() *cobra.Command {
	var to *printed
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the plan language, for editors",
		Long: `Print the JSON Schema of the plan language. An editor that knows it completes and
explains the keys of a plan and marks mistakes in its form as they are typed;
docs/editors.md says how. Whether the figures and the text are right is for check.`,
		Example: `  isuplan schema -o plan.schema.json`,
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			text, err := plan.JSONSchema()
			if err != nil {
				return err
			}
			return a.print(cmd.Context(), to, text, isSchema)
		},
	}
	to = printedFlags(cmd)
	return cmd
}

// isSchema reports a schema that a version of isuplan wrote.
func isSchema(text []byte) bool {
	return bytes.Contains(text[:min(len(text), 1<<10)], []byte(`"`+projectURL+`/plan.schema.json"`))
}
