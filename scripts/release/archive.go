package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// pack writes the archive of a program and returns its name. A zip is unpacked into a folder of
// its name by Windows; a tar brings the folder along.
func (r *release) pack(p program, out string) (name string, err error) {
	files, err := r.content(p)
	if err != nil {
		return "", err
	}
	base := fmt.Sprintf("isuplan_%s_%s_%s", r.version, p.os, p.arch)
	write := func(w io.Writer) error { return writeTar(w, base, files, r.time) }
	name = base + ".tar.gz"
	if p.os == "windows" {
		write, name = func(w io.Writer) error { return writeZip(w, files, r.time) }, base+".zip"
	}
	f, err := os.Create(filepath.Join(out, name))
	if err != nil {
		return "", err
	}
	defer f.Close()
	if err := write(f); err != nil {
		return "", err
	}
	return name, f.Close()
}

func writeZip(w io.Writer, files []file, at time.Time) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: at}
		header.SetMode(f.mode)
		to, err := z.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := to.Write(f.bytes); err != nil {
			return err
		}
	}
	return z.Close()
}

func writeTar(w io.Writer, folder string, files []file, at time.Time) error {
	packed, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(packed)
	for _, f := range files {
		header := &tar.Header{Name: folder + "/" + f.name, Typeflag: tar.TypeReg, Size: int64(len(f.bytes)), Mode: int64(f.mode), ModTime: at, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(header); err != nil {
			return err
		}
		if _, err := t.Write(f.bytes); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	return packed.Close()
}
