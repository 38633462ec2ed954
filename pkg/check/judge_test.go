package check_test

import (
	"context"

	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/diag"
)

// judge runs the rules on a plan; nothing cancels them.
func judge(in check.Input) []diag.Finding {
	findings, err := check.Run(context.Background(), in)
	if err != nil {
		panic(err)
	}
	return findings
}
