package watch

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// stamp is what a file looks like from outside. A file that is not there has none.
type stamp struct {
	modified int64
	size     int64
	mode     fs.FileMode
}

// view is what is there: files, and the folders in which something can appear.
type view struct {
	files   map[string]stamp
	folders map[string]fs.FileInfo // nil for one that cannot be looked at
	walked  int
}

// A tree of more than this is no folder of plans; the rest of it is not watched.
const mostWalked = 50_000

// scan looks at files and folders.
func scan(paths map[string]bool) view {
	v := view{files: map[string]stamp{}, folders: map[string]fs.FileInfo{}}
	for p := range paths {
		v.standing(filepath.Dir(p))
		info, err := os.Stat(p)
		switch {
		case err != nil:
		case info.IsDir():
			v.tree(p)
		default:
			v.files[p] = stampOf(info)
			v.behind(p)
		}
	}
	return v
}

// tree adds a folder and what is below it. What cannot be read is left out: whoever reads
// the files will hear of it.
func (v *view) tree(root string) {
	_ = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch v.walked++; {
		case v.walked > mostWalked:
			return filepath.SkipAll
		case err != nil:
			return filepath.SkipDir
		case e.IsDir() && path != root && strings.HasPrefix(e.Name(), "."):
			return filepath.SkipDir
		case e.IsDir():
			v.folders[path], _ = e.Info()
		case e.Type().IsRegular() && isPlanFile(path):
			if info, err := e.Info(); err == nil {
				v.files[path] = stampOf(info)
			}
		}
		return nil
	})
}

// behind adds the folder of the file to which a link leads.
func (v *view) behind(path string) {
	if target, err := filepath.EvalSymlinks(path); err == nil && target != path {
		v.standing(filepath.Dir(target))
	}
}

// standing adds a folder, or that above it in which it would appear.
func (v *view) standing(folder string) {
	for {
		info, err := os.Stat(folder)
		above := filepath.Dir(folder)
		if err == nil && info.IsDir() || above == folder {
			v.folders[folder] = info
			return
		}
		folder = above
	}
}

func stampOf(info fs.FileInfo) stamp {
	return stamp{info.ModTime().UnixNano(), info.Size(), info.Mode()}
}

// isPlanFile reports a name such as plans, templates and languages have.
func isPlanFile(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}
