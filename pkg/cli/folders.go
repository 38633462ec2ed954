package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// expand replaces each folder by the plans in it and below it, in the order of their
// names, and each pattern by the plans that match it. Hidden folders are left out, and links are not followed.
func (a *app) expand(names []string) ([]string, error) {
	var list []string
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil && isPattern(name) {
			found, err := plansLike(name)
			if err != nil {
				return nil, err
			}
			list = append(list, found...)
			continue
		}
		if name == "-" || err != nil || !info.IsDir() {
			list = append(list, name)
			continue
		}
		found, err := plansIn(name)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, troublef("there is no plan in the folder %s; a plan is a file ending in .yaml whose first key is isuplan", name)
		}
		list = append(list, found...)
	}
	return list, nil
}

// isPattern reports a name that the shell left as it is, since nothing matches or since it
// knows no patterns.
func isPattern(name string) bool { return strings.ContainsAny(name, "*?[") }

// plansLike returns the plans whose names match a pattern.
func plansLike(pattern string) ([]string, error) {
	found, err := filepath.Glob(pattern)
	list := slices.DeleteFunc(found, func(path string) bool { return !isYAML(path) || !looksLikePlan(path) })
	if err != nil || len(list) == 0 {
		return nil, troublef("no plan matches %s; a plan is a file ending in .yaml whose first key is isuplan", pattern)
	}
	return list, nil
}

func plansIn(folder string) ([]string, error) {
	var list []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return troublef("cannot read %s: %s", path, reason(err))
		case entry.IsDir() && path != folder && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case isPlanFile(path, entry):
			list = append(list, path)
		}
		return nil
	})
	return list, err
}

func isYAML(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}
