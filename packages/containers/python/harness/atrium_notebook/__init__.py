"""What runs a notebook in the sandbox, by a kernel of its own that speaks over sockets of the file system."""
