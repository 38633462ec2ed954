package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const root = "../.."

// TestNotice holds that NOTICE has the licence of each module that the program is made of, as
// the module brings it.
func TestNotice(t *testing.T) {
	want, err := makeNotice(root)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(root, noticeName))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("NOTICE lacks a module or has another text than the module; write it anew: go run ./scripts/release -notice")
	}
}

// TestLicenceTexts: a module without a licence is noticed, and line ends do not matter.
func TestLicenceTexts(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"LICENSE": "a\r\n\r\nb  \r\n\r\n", "licence.md": "c", "NOTICE.txt": "d\n", "APACHE-LICENSE-2.0": "e", "license_test.go": "f", "README": "g"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), plain); err != nil {
			t.Fatal(err)
		}
	}
	got, err := licenceTexts(dir)
	slices.Sort(got)
	if want := []string{"a\n\nb\n", "c\n", "d\n", "e\n"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
	if texts, err := licenceTexts(t.TempDir()); err == nil {
		t.Errorf("a module without a licence has %q", texts)
	}
}

// phrases tell licences apart, in the order in which they are looked for.
var phrases = []struct{ licence, phrase string }{
	{"OFL-1.1", "SIL OPEN FONT LICENSE Version 1.1"},
	{"Apache-2.0", "Licensed under the Apache License, Version 2.0"},
	{"Apache-2.0", "Apache License Version 2.0"},
	{"MPL-2.0", "Mozilla Public License Version 2.0"},
	{"MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated"},
	{"BSD-3-Clause", "may be used to endorse or promote products derived from this software without specific prior written permission"},
	{"BSD-2-Clause", "Redistribution and use in source and binary forms"},
}

// licencesIn returns the licences that texts are, as SPDX calls them.
func licencesIn(texts []string) (list []string) {
	for _, text := range texts {
		words := strings.Join(strings.Fields(text), " ")
		for _, p := range phrases {
			if !strings.Contains(words, p.phrase) || p.licence == "BSD-2-Clause" && slices.Contains(list, "BSD-3-Clause") {
				continue
			}
			list = append(list, p.licence)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// TestDependencies holds docs/dependencies.md to go.mod, to what is in the program, and each
// licence to the text that the module brings.
func TestDependencies(t *testing.T) {
	rows, err := dependencies(root)
	if err != nil {
		t.Fatal(err)
	}
	inside, err := modules(root)
	if err != nil {
		t.Fatal(err)
	}
	all, err := required(root)
	if err != nil {
		t.Fatal(err)
	}
	folders := folders(t, all)
	for _, path := range all {
		at := slices.IndexFunc(rows, func(d dependency) bool { return d.path == path })
		if at < 0 {
			t.Errorf("docs/dependencies.md has no line for %s, which go.mod requires", path)
			continue
		}
		row := rows[at]
		used := slices.ContainsFunc(inside, func(m module) bool { return m.Path == path })
		if used != row.inProgram {
			t.Errorf("%s is in the program: %v; docs/dependencies.md has it in the other table", path, used)
		}
		texts, err := licenceTexts(folders[path])
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		want := strings.Split(row.licence, " AND ")
		slices.Sort(want)
		if got := licencesIn(texts); !slices.Equal(got, want) {
			t.Errorf("%s is licensed under %v, docs/dependencies.md says %v", path, got, want)
		}
	}
	for i, row := range rows {
		if !slices.Contains(all, row.path) {
			t.Errorf("docs/dependencies.md has a line for %s, which go.mod does not require", row.path)
		}
		if slices.ContainsFunc(rows[:i], func(d dependency) bool { return d.path == row.path }) {
			t.Errorf("docs/dependencies.md has two lines for %s", row.path)
		}
	}
}

// folders returns where modules lie, and fetches those that nothing needed yet.
func folders(t *testing.T, paths []string) map[string]string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"mod", "download", "-json"}, paths...)...)
	cmd.Dir = root
	out, err := output(cmd)
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]string{}
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var m module
		if err := d.Decode(&m); err != nil {
			t.Fatal(err)
		}
		list[m.Path] = m.Dir
	}
	return list
}
