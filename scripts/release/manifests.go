package main

import (
	"embed"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// manifestFiles are what package managers read, with places for the version and the sums.
//
//go:embed manifests
var manifestFiles embed.FS

// manifest is what the templates of manifests may ask for.
type manifest struct {
	Version, Date, URL string
	sums, names        map[string]string // of each archive, by its system
}

// Sum returns the SHA-256 of the archive for a system.
func (m manifest) Sum(system string) string { return m.sums[system] }

// UpperSum is the same in capitals, as winget writes it.
func (m manifest) UpperSum(system string) string { return strings.ToUpper(m.sums[system]) }

// Archive returns where the archive for a system can be had.
func (m manifest) Archive(system string) string { return m.URL + "/" + m.names[system] }

// manifests writes the manifests for winget, Homebrew and Scoop.
func (r *release) manifests(out string) error {
	m := manifest{Version: r.version, Date: r.time.Format("2006-01-02"), URL: "https://github.com/isuplan/isuplan/releases/download/v" + r.version,
		sums: map[string]string{}, names: map[string]string{}}
	for _, p := range r.made {
		sum, err := sumOf(filepath.Join(out, p.archive))
		if err != nil {
			return err
		}
		m.sums[p.String()], m.names[p.String()] = sum, p.archive
	}
	return fs.WalkDir(manifestFiles, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := manifestFiles.ReadFile(path)
		if err != nil {
			return err
		}
		filled, err := fill(string(text), m)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(out, strings.TrimSuffix(d.Name(), ".tmpl")), filled, plain)
	})
}
