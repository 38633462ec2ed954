package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

const noticeName = "NOTICE"

// below is the line of NOTICE below which a command writes.
const below = "What follows is written by: go run ./scripts/release -notice\n"

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|[a-z]+-license)([.-].*)?$`)

// writeNotice writes the licences of what is in the program into NOTICE, below what a person
// wrote.
func writeNotice(root string) error {
	text, err := makeNotice(root)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, noticeName), text, plain)
}

// makeNotice returns NOTICE as it should be. A text that several modules have stands there once.
func makeNotice(root string) ([]byte, error) {
	old, err := os.ReadFile(filepath.Join(root, noticeName))
	if err != nil {
		return nil, err
	}
	head, _, _ := strings.Cut(string(old), below)
	all, err := modules(root)
	if err != nil {
		return nil, err
	}
	owners := map[string][]string{}
	for _, m := range all {
		texts, err := licenceTexts(m.Dir)
		if err != nil {
			return nil, err
		}
		name := m.Path
		if name == "golang.org/x/text" {
			name += ", Go and its standard library" // their licence is the same text
		}
		for _, text := range texts {
			owners[text] = append(owners[text], name)
		}
	}
	var texts []string
	for text := range owners {
		texts = append(texts, text)
	}
	slices.SortFunc(texts, func(a, b string) int {
		return cmp.Or(slices.Compare(owners[a], owners[b]), strings.Compare(a, b))
	})
	var b strings.Builder
	b.WriteString(head + below)
	for _, text := range texts {
		b.WriteString("\n" + strings.Repeat("-", 80) + "\n" + strings.Join(owners[text], "\n") + "\n\n" + text)
	}
	return []byte(b.String()), nil
}

// licenceTexts returns the texts of the licence files at the top of a module.
func licenceTexts(dir string) (texts []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e.IsDir() || !licenceFile.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		texts = append(texts, tidy(string(text)))
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("%s has no licence", dir)
	}
	return texts, nil
}

// tidy leaves a text's words and lines as they are, and takes out what only editors see.
func tidy(text string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.Trim(text, "\r\n")) {
		b.WriteString(strings.TrimRight(line, " \t\r\n") + "\n")
	}
	return b.String()
}
