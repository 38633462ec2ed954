package report_test

import (
	"regexp"
	"strings"
	"testing"
)

var command = regexp.MustCompile(`^::(error|warning|notice) (?:[a-zA-Z]+=[^,:\r\n]*,)*title=[^,:\r\n]*::[^\r\n]*$`)

// TestGitHubCommands holds that each line is one command, and that a finding is one
// line, whatever a plan says.
func TestGitHubCommands(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(written(t, "github", fixture()), "\n"), "\n")
	if len(lines) != 6 {
		t.Errorf("%d commands for 6 findings", len(lines))
	}
	for _, line := range lines {
		if !command.MatchString(line) {
			t.Errorf("this is no command: %s", line)
		}
	}
}
