package cli

import "github.com/isuplan/isuplan/pkg/internal/git"

// inRepository returns how to find a file's path from the root of the repository that holds
// the working folder, by which services know it wherever isuplan is run; nil without one.
func inRepository() func(name string) string {
	repository, err := git.Find(".")
	if err != nil {
		return nil
	}
	seen := map[string]string{} // a finding asks for each of its files
	return func(name string) string {
		path, known := seen[name]
		if !known {
			path = repository.PathOf(name)
			seen[name] = path
		}
		return path
	}
}
