"""What every harness in the sandbox shares: the job it is given, live reports, and the result it leaves.

Harnesses run isolated (`python -I`), so they put this folder on the path themselves:

    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
"""

from atrium_job.reports import log, report
from atrium_job.result import fail, finish
from atrium_job.spec import Input, Output, Spec, load, source_text
from atrium_job.tables import frame, table

__all__ = ["Input", "Output", "Spec", "fail", "finish", "frame", "load", "log", "report", "source_text", "table"]
