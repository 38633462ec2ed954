package importer

import (
	"archive/zip"
	"bytes"
	"strings"
)

// IsWorkbook reports whether a file is a workbook by what is in it.
func IsWorkbook(file []byte) bool {
	if bytes.HasPrefix(file, []byte("\xd0\xcf\x11\xe0")) {
		return true // of the old kind, or locked: the reader says so
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return false
	}
	for _, f := range z.File {
		if strings.HasPrefix(strings.ToLower(f.Name), "xl/") {
			return true
		}
	}
	return false
}
